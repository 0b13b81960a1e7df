import type { ClientBase } from 'pg';
import { ARRIVAL_CHANNEL } from '../tail/arrivals';

/** Any number that no other advisory lock of ours has: locks of sources have two keys. */
const ARRIVAL_LOCK = 7_261_130;

/** A tail that was away for longer than arrivals are remembered is told that it missed some. */
const FORGET = `DELETE FROM arrival WHERE at < now() - interval '48 hours'`;
/** Every so many arrivals, old ones are forgotten. */
const FORGET_EVERY = 256;

/**
 * Notes that a segment's events from `first` to `last` become visible with the transaction of the caller, which must commit
 * right after: until then nobody else can, so that arrivals are numbered in the order in which they are seen.
 */
export async function announceArrival(
  client: ClientBase,
  segment: number,
  { first, last }: { readonly first: number; readonly last: number },
): Promise<void> {
  if (last < first) return;
  await client.query('SELECT pg_advisory_xact_lock($1::bigint)', [ARRIVAL_LOCK]);
  const { rows } = await client.query<{ id: string }>(
    'INSERT INTO arrival (segment, first_n, last_n) VALUES ($1, $2, $3) RETURNING id',
    [segment, first, last],
  );
  if (Number(rows[0]?.id) % FORGET_EVERY === 0) await client.query(FORGET);
  await client.query('SELECT pg_notify($1, $2)', [ARRIVAL_CHANNEL, String(segment)]);
}
