import type { PoolClient } from 'pg';
import { BadRequest, TooLarge } from '@/lib/errors';
import { logTypeCode } from '@/lib/events';
import { eachPin, isSlug, type PlacedPin, pinsOf } from '@/lib/hunts';
import { type EvidenceCopy, HUNT_EVIDENCE_BYTES, HUNT_PINS, type HuntContent, type Pin } from '@/lib/interface';
import { pool } from '../client';

import type { Author } from './author';
import { bytesOf, copyEvents, tooMuchEvidence } from './copy-events';
import { storable } from './storable';

/** Copies for a hunt that are not stored yet, by event. */
export type NewCopies = ReadonlyMap<string, EvidenceCopy>;

/** Copies the pinned events of which the hunt of a slug has no copy yet. An event that does not exist is left out. */
export async function missingCopies(
  slug: string | null,
  events: Iterable<string>,
  signal?: AbortSignal,
): Promise<NewCopies> {
  const wanted = new Set(events);
  if (wanted.size > HUNT_PINS) throw tooManyPins();
  if (slug !== null && !isSlug(slug)) return new Map();
  if (slug !== null && wanted.size > 0) {
    const { rows } = await pool().query<{ event: string }>(
      'SELECT event FROM evidence_copy JOIN hunt ON hunt.id = evidence_copy.hunt WHERE hunt.slug = $1',
      [slug],
    );
    for (const { event } of rows) wanted.delete(event);
  }
  return wanted.size === 0 ? new Map() : copyEvents([...wanted], signal);
}

/** What is stored of the evidence of a hunt, by event. */
type Kept = ReadonlyMap<string, { readonly by: string; readonly at: string; readonly reason: string | null }>;

/** What a hunt has copies of. */
export async function keptEvidence(client: PoolClient, hunt: string): Promise<Kept> {
  const { rows } = await client.query<{ event: string; by: string; at: string; reason: string | null }>(
    'SELECT event, pinned_by AS by, pinned_at AS at, reason FROM evidence_copy WHERE hunt = $1',
    [hunt],
  );
  return new Map(rows.map((row) => [row.event, row]));
}

/** The content with each pin by whoever pinned it first, when they did. */
export function stamped(content: HuntContent, kept: Kept, author: Author): HuntContent {
  const now = new Date().toISOString();
  return eachPin(content, (pin) => {
    const { by, at } = kept.get(pin.event) ?? { by: author.name, at: now };
    return { ...pin, by, at };
  });
}

/**
 * Makes the stored evidence of a hunt that of its content: a copy of every pinned event, and the reason of its pin. Throws
 * `BadRequest` for an event without a copy, and `TooLarge`.
 */
export async function keepEvidence(
  client: PoolClient,
  hunt: string,
  content: HuntContent,
  {
    kept,
    copies,
    imported,
  }: { readonly kept: Kept; readonly copies: NewCopies; readonly imported: ReadonlySet<string> },
): Promise<void> {
  const pins = pinsOf(content);
  if (pins.size > HUNT_PINS) throw tooManyPins();
  const fresh = [...pins.values()]
    .filter(({ pin }) => !kept.has(pin.event))
    .map((placed) => ({ copy: copyFor(placed, copies), pin: placed.pin, imported: imported.has(placed.pin.event) }));
  await insertCopies(client, hunt, fresh);
  const reasons = new Map([...pins].map(([event, { pin }]) => [event, pin.reason]));
  await storeReasons(client, hunt, kept, reasons);
  await refuseTooMuch(client, hunt);
}

function copyFor({ step, pin }: PlacedPin, copies: NewCopies): EvidenceCopy {
  const copy = copies.get(pin.event);
  if (copy !== undefined) return copy;
  throw new BadRequest(
    `steps: the event "${pin.event}", pinned in "${step.title}" (${step.id}), does not exist; its source may have been deleted`,
  );
}

interface FreshPin {
  readonly copy: EvidenceCopy;
  readonly pin: Pin;
  readonly imported: boolean;
}

/** Rows that are sent at a time: each can be as long as an original. */
const BATCH_ROWS = 100;

async function insertCopies(client: PoolClient, hunt: string, fresh: readonly FreshPin[]): Promise<void> {
  for (let from = 0; from < fresh.length; from += BATCH_ROWS) {
    const rows = fresh.slice(from, from + BATCH_ROWS);
    await client.query(
      `INSERT INTO evidence_copy (hunt, event, copy, bytes, type, time, imported, pinned_by, pinned_at, reason)
       SELECT $1, event, copy, bytes, type, time, imported, pinned_by, pinned_at, reason
       FROM unnest($2::text[], $3::json[], $4::int[], $5::smallint[], $6::timestamptz[], $7::boolean[], $8::text[], $9::text[], $10::json[])
         AS given (event, copy, bytes, type, time, imported, pinned_by, pinned_at, reason)`,
      [
        ...[hunt, rows.map(({ copy }) => copy.event), rows.map(({ copy }) => JSON.stringify(copy))],
        ...[rows.map(({ copy }) => bytesOf(copy)), rows.map(({ copy }) => logTypeCode(copy.type))],
        ...[rows.map(({ copy }) => copy.time), rows.map(({ imported }) => imported)],
        ...[rows.map(({ pin }) => storable(pin.by)), rows.map(({ pin }) => storable(pin.at))],
        rows.map(({ pin }) => JSON.stringify(pin.reason)),
      ],
    );
  }
}

/** Of pins that were there before: their new reason, or null where the event is not pinned any more. */
async function storeReasons(
  client: PoolClient,
  hunt: string,
  kept: Kept,
  reasons: ReadonlyMap<string, string>,
): Promise<void> {
  const changed = [...kept].filter(([event, { reason }]) => (reasons.get(event) ?? null) !== reason);
  if (changed.length === 0) return;
  const events = changed.map(([event]) => event);
  const texts = events.map((event) => {
    const reason = reasons.get(event);
    return reason === undefined ? null : JSON.stringify(reason);
  });
  await client.query(
    `UPDATE evidence_copy SET reason = given.reason::json
     FROM unnest($2::text[], $3::text[]) AS given (event, reason)
     WHERE evidence_copy.hunt = $1 AND evidence_copy.event = given.event`,
    [hunt, events, texts],
  );
}

async function refuseTooMuch(client: PoolClient, hunt: string): Promise<void> {
  const { rows } = await client.query<{ bytes: string }>(
    'SELECT coalesce(sum(bytes), 0) AS bytes FROM evidence_copy WHERE hunt = $1 AND reason IS NOT NULL',
    [hunt],
  );
  if (Number(rows[0]?.bytes) > HUNT_EVIDENCE_BYTES) throw tooMuchEvidence();
}

function tooManyPins(): TooLarge {
  return new TooLarge(`more than ${HUNT_PINS} events are pinned; a hunt can hold no more`);
}
