import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { TooLarge } from '@/lib/errors';
import { charactersOf, freeSlug, readContent, same, slugOf, summaryOf, wordsOf } from '@/lib/hunts';
import { HUNT_CHARACTERS, type HuntAnswer, type HuntContent } from '@/lib/interface';
import { rowsOver } from '../rows-over';
import type { Author } from './author';
import { type HuntRow, huntAnswerOf, lockedHunt } from './hunt-rows';
import { keepEvidence, keptEvidence, type NewCopies, stamped } from './keep-evidence';
import { rememberVersion } from './remember-version';
import { storable } from './storable';

/** What comes along with a content: copies of events that are not stored yet, and which of them are not of this store. */
export interface Evidence {
  readonly copies: NewCopies;
  readonly imported: ReadonlySet<string>;
}

const NONE_IMPORTED: ReadonlySet<string> = new Set();

/**
 * Puts a content in the place of what a hunt is now, as its next version, with the evidence that it pins. A content that says
 * the same changes nothing. Throws `TooLarge` and `BadRequest`.
 */
export async function storeContent(
  client: PoolClient,
  row: HuntRow,
  given: HuntContent,
  { author, copies }: { readonly author: Author; readonly copies: NewCopies },
): Promise<HuntAnswer> {
  const before = readContent(row.document);
  const kept = await keptEvidence(client, row.id);
  const content = stamped(given, kept, author);
  if (!same(before, content)) {
    refuseTooLong(content);
    await keepEvidence(client, row.id, content, { kept, copies, imported: NONE_IMPORTED });
    const ownerBy = before.owner === content.owner ? row.owner_by_id : author.id;
    await client.query(
      `UPDATE hunt SET version = version + 1, ${CONTENT_COLUMNS.map((name, place) => `${name} = $${place + 5}`).join(', ')},
         owner_by_id = $4, updated_at = now(), updated_by = $3
       WHERE id = $1 AND version = $2`,
      [row.id, row.version, storable(author.name), ownerBy, ...columnsOf(content)],
    );
    await rememberVersion(client, { hunt: row.id, version: row.version + 1 }, content, author);
  }
  return huntAnswerOf(rowsOver(client), await lockedHunt(client, row.slug));
}

/** Stores a new hunt under a free slug made of its title. Throws `TooLarge` and `BadRequest`. */
export async function insertHunt(
  client: PoolClient,
  content: HuntContent,
  author: Author,
  evidence: Evidence,
): Promise<HuntAnswer> {
  refuseTooLong(content);
  const id = randomUUID();
  const slug = await takeSlug(client, slugOf(content.title));
  const name = storable(author.name);
  await client.query(
    `INSERT INTO hunt (id, slug, version, created_by, created_by_id, owner_by_id, updated_by, ${CONTENT_COLUMNS.join(', ')})
     VALUES ($1, $2, 1, $3, $4, $4, $3, ${CONTENT_COLUMNS.map((_name, place) => `$${place + 5}`).join(', ')})`,
    [id, slug, name, author.id, ...columnsOf(content)],
  );
  await keepEvidence(client, id, content, { ...evidence, kept: new Map() });
  await rememberVersion(client, { hunt: id, version: 1 }, content, author);
  return huntAnswerOf(rowsOver(client), await lockedHunt(client, slug));
}

const CONTENT_COLUMNS = ['document', 'summary', 'words', 'status', 'owner', 'tags', 'techniques', 'archived'];

function columnsOf(content: HuntContent): unknown[] {
  return [
    ...[JSON.stringify(content), JSON.stringify(summaryOf(content)), storable(wordsOf(content)), content.status],
    ...[storable(content.owner), content.tags.map(storable), content.techniques, content.archived],
  ];
}

function refuseTooLong(content: HuntContent): void {
  const characters = charactersOf(content);
  if (characters <= HUNT_CHARACTERS) return;
  throw new TooLarge(
    `the hunt has ${characters} characters; at most ${HUNT_CHARACTERS} are kept: move some of its steps to another hunt`,
  );
}

/** Two hunts that are made at the same moment get different slugs: the second waits for the first. */
async function takeSlug(client: PoolClient, slug: string): Promise<string> {
  await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', ['slug of a hunt']);
  const { rows } = await client.query<{ slug: string }>(
    'SELECT slug FROM hunt WHERE slug = $1 OR starts_with(slug, $2)',
    [slug, `${slug}-`],
  );
  return freeSlug(slug, new Set(rows.map((row) => row.slug)));
}
