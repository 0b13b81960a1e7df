import type { PoolClient } from 'pg';
import { Conflict, NotFound } from '@/lib/errors';
import { pinsOf, readContent, withoutPin, withPin } from '@/lib/hunts';
import type { HuntAnswer, NewPin } from '@/lib/interface';
import { parseEventId } from '../event-rows';
import { inTransaction } from '../transaction';
import type { Author } from './author';
import { lockedHunt } from './hunt-rows';
import { missingCopies } from './keep-evidence';
import { storeContent } from './store-content';

/**
 * Pins an event in a hunt, whatever others change in it meanwhile. Pinning again changes nothing but a reason that is given.
 * Throws `NotFound` for the hunt, `BadRequest` for an event or a step that is not there, and `Conflict` where the id means an
 * event of another Trackway in this hunt.
 */
export async function pinEvent(
  slug: string,
  { event, reason, step }: NewPin,
  author: Author,
  signal?: AbortSignal,
): Promise<HuntAnswer> {
  const copies = await missingCopies(slug, [event], signal);
  return inTransaction(async (client) => {
    const row = await lockedHunt(client, slug);
    await refuseForeign(client, row.id, event);
    // Who pins, and when, is set where it is stored.
    const content = withPin(readContent(row.document), { event, reason, by: '', at: '' }, step);
    return storeContent(client, row, content, { author, copies });
  });
}

/** Takes a pin out of a hunt. Its copy stays with the versions that have it. Throws `NotFound`. */
export async function unpinEvent(slug: string, event: string, author: Author): Promise<HuntAnswer> {
  return inTransaction(async (client) => {
    const row = await lockedHunt(client, slug);
    const content = readContent(row.document);
    if (!pinsOf(content).has(event)) throw new NotFound(`the event "${event}" is not pinned in "${row.slug}"`);
    return storeContent(client, row, withoutPin(content, event), { author, copies: new Map() });
  });
}

async function refuseForeign(client: PoolClient, hunt: string, event: string): Promise<void> {
  if (parseEventId(event) === null) return;
  const { rowCount } = await client.query('SELECT FROM evidence_copy WHERE hunt = $1 AND event = $2 AND imported', [
    hunt,
    event,
  ]);
  if (rowCount === 0) return;
  throw new Conflict(
    `event: in this hunt, which was imported, "${event}" is an event of another Trackway; pin this one in another hunt`,
  );
}
