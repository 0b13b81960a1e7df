import { sql } from '@/lib/query';
import type { Reader } from '../read-only';

/** Where it is said that events became visible. */
export const ARRIVAL_CHANNEL = 'trackway_arrival';

/** Events of one segment that became visible together; both ends included. */
export interface Arrival {
  readonly id: number;
  readonly segment: number;
  readonly first: number;
  readonly last: number;
}

/** The number of the newest arrival; 0 when nothing ever arrived. */
export async function newestArrival(reader: Reader): Promise<number> {
  const [row] = await reader.rows<{ id: string }>(sql`SELECT coalesce(max(arrival.id), 0) AS id FROM arrival`);
  return Number(row?.id ?? 0);
}

/** Whether the store still knows what came after an arrival; one that is gone may have had followers that are gone too. */
export async function isRemembered(reader: Reader, id: number): Promise<boolean> {
  if (id === 0) return (await reader.rows(sql`SELECT 1 AS one FROM arrival WHERE arrival.id = 1`)).length > 0;
  return (await reader.rows(sql`SELECT 1 AS one FROM arrival WHERE arrival.id = ${id}`)).length > 0;
}

/** The arrivals from one on, in their order. */
export async function arrivalsFrom(reader: Reader, id: number, limit: number): Promise<Arrival[]> {
  const rows = await reader.rows<Omit<Arrival, 'id'> & { id: string }>(sql`
    SELECT arrival.id, arrival.segment, arrival.first_n AS first, arrival.last_n AS last
    FROM arrival WHERE arrival.id >= ${id} ORDER BY arrival.id LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}
