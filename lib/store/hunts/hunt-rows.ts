import type { PoolClient } from 'pg';
import { NotFound } from '@/lib/errors';
import { isSlug, pinsOf, readContent } from '@/lib/hunts';
import { type EvidenceCopy, evidenceCopy, type HuntAnswer, type HuntContent } from '@/lib/interface';
import { type Sql, sql } from '@/lib/query';
import { type Rows, rowsOver } from '../rows-over';
import { isoFromText, micros } from '../times';

/** A hunt as it is stored; `document` is its content. */
export interface HuntRow {
  readonly id: string;
  readonly slug: string;
  readonly version: number;
  readonly document: unknown;
  readonly created: string;
  readonly created_by: string;
  readonly created_by_id: string | null;
  readonly owner_by_id: string | null;
  readonly updated: string;
  readonly updated_by: string;
}

const HUNT_ROWS: Sql = sql`
  SELECT hunt.id, hunt.slug, hunt.version, hunt.document, ${micros(sql`hunt.created_at`)} AS created, hunt.created_by,
    hunt.created_by_id, hunt.owner_by_id, ${micros(sql`hunt.updated_at`)} AS updated, hunt.updated_by
  FROM hunt`;

/** The hunt of a slug. Throws `NotFound`. */
export async function huntRow(rows: Rows, slug: string): Promise<HuntRow> {
  return one(slug, () => rows.rows<HuntRow>(sql`${HUNT_ROWS} WHERE hunt.slug = ${slug}`));
}

/** The same, which nobody else changes until the transaction ends. Throws `NotFound`. */
export async function lockedHunt(client: PoolClient, slug: string): Promise<HuntRow> {
  return one(slug, () => rowsOver(client).rows<HuntRow>(sql`${HUNT_ROWS} WHERE hunt.slug = ${slug} FOR UPDATE`));
}

/** A slug that cannot be one is not looked for: it may hold what the database does not take. */
async function one(slug: string, find: () => Promise<HuntRow[]>): Promise<HuntRow> {
  const [row] = isSlug(slug) ? await find() : [];
  if (row === undefined) throw new NotFound(`there is no hunt "${slug}"; it may have been deleted`);
  return row;
}

/** What is kept of a hunt beside its content. */
export function keptOf(
  row: Pick<HuntRow, 'slug' | 'version' | 'created' | 'created_by' | 'updated' | 'updated_by'>,
): Pick<HuntAnswer, 'slug' | 'version' | 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy'> {
  return {
    slug: row.slug,
    version: row.version,
    createdAt: isoFromText(row.created) ?? '',
    createdBy: row.created_by,
    updatedAt: isoFromText(row.updated) ?? '',
    updatedBy: row.updated_by,
  };
}

/** The hunt as it is, or with the content of another version. */
export async function huntAnswerOf(
  rows: Rows,
  row: HuntRow,
  content: HuntContent = readContent(row.document),
): Promise<HuntAnswer> {
  return {
    ...content,
    ...keptOf(row),
    ...(await evidenceOf(rows, row.id, [...pinsOf(content).keys()])),
  };
}

/** The copies of events that are pinned in a hunt, in the order of `events`. */
async function evidenceOf(
  rows: Rows,
  hunt: string,
  events: readonly string[],
): Promise<Pick<HuntAnswer, 'evidence' | 'importedEvidence'>> {
  if (events.length === 0) return { evidence: [], importedEvidence: [] };
  const found = await rows.rows<{ event: string; copy: unknown; imported: boolean }>(sql`
    SELECT evidence_copy.event, evidence_copy.copy, evidence_copy.imported FROM evidence_copy
    WHERE evidence_copy.hunt = ${hunt}::uuid AND evidence_copy.event = ANY (${events}::text[])`);
  const copies = new Map(found.map((row) => [row.event, row]));
  const present = events.flatMap((event) => copies.get(event) ?? []);
  return {
    evidence: present.map(({ copy }): EvidenceCopy => evidenceCopy.parse(copy)),
    importedEvidence: present.filter(({ imported }) => imported).map(({ event }) => event),
  };
}
