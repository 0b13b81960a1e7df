import type { PoolClient } from 'pg';
import { BadRequest, TooLarge } from '@/lib/errors';
import { logTypeCode } from '@/lib/events';
import { eachPin, isSlug, pinsOf } from '@/lib/hunts';
import { type EvidenceCopy, HUNT_EVIDENCE_BYTES, HUNT_PINS, type HuntContent } from '@/lib/interface';
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
  for (const [event, { step, pin }] of pins) {
    if (kept.has(event)) continue;
    const copy = copies.get(event);
    if (copy === undefined) {
      throw new BadRequest(
        `steps: the event "${event}", pinned in "${step.title}" (${step.id}), does not exist; its source may have been deleted`,
      );
    }
    await insertCopy(client, hunt, copy, { ...pin, imported: imported.has(event) });
  }
  const reasons = new Map([...pins].map(([event, { pin }]) => [event, pin.reason]));
  await storeReasons(client, hunt, kept, reasons);
  await refuseTooMuch(client, hunt);
}

async function insertCopy(
  client: PoolClient,
  hunt: string,
  copy: EvidenceCopy,
  pin: { readonly by: string; readonly at: string; readonly reason: string; readonly imported: boolean },
): Promise<void> {
  await client.query(
    `INSERT INTO evidence_copy (hunt, event, copy, bytes, type, time, imported, pinned_by, pinned_at, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[hunt, copy.event, JSON.stringify(copy), bytesOf(copy), logTypeCode(copy.type), copy.time],
      ...[pin.imported, storable(pin.by), storable(pin.at), JSON.stringify(pin.reason)],
    ],
  );
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
