import type { ClientBase } from 'pg';

/** The channel on which a live tail hears of events that were committed; the message is the highest id. */
export const ARRIVAL_CHANNEL = 'trackway_arrival';

/** "tway": held from the taking of a number to the commit, so that a higher number is never visible before a lower one. */
const ORDER_LOCK = 0x74776179;

/** Events of one segment, by their numbers, both inclusive. */
export interface Arrival {
  readonly segment: number;
  readonly firstN: number;
  readonly lastN: number;
}

/** Notes what the transaction adds, as its last step: until it ends, nobody else who adds something can end. */
export async function noteArrivals(client: ClientBase, arrivals: readonly Arrival[]): Promise<void> {
  const some = arrivals.filter(({ firstN, lastN }) => lastN >= firstN);
  if (some.length === 0) return;
  await client.query('SELECT pg_advisory_xact_lock($1)', [ORDER_LOCK]);
  await client.query(
    `WITH added AS (
       INSERT INTO arrival (id, segment, first_n, last_n)
       SELECT nextval('arrival_id'), * FROM unnest($1::int[], $2::int[], $3::int[]) RETURNING id)
     SELECT pg_notify($4, max(id)::text) FROM added`,
    [
      some.map(({ segment }) => segment),
      some.map(({ firstN }) => firstN),
      some.map(({ lastN }) => lastN),
      ARRIVAL_CHANNEL,
    ],
  );
}
