import { BadRequest } from '@/lib/errors';
import { type Sql, sql } from '@/lib/query';
import type { Reader } from './read-only';
import type { SegmentSpan } from './segment-span';

/** What was in the store when a proof was made. */
export interface Since {
  /** The id of the proof. */
  readonly proof: string;
  /** How many numbers of events each segment had given out; a segment that was not there is missing. */
  readonly numbers: ReadonlyMap<number, number>;
}

/** Reads what was in the store when a proof was made. Throws `BadRequest` for one that does not exist. */
export async function sinceProof(reader: Reader, id: string): Promise<Since> {
  const [row] = await reader.rows<{ id: string; segments: number[]; numbers: number[] }>(sql`
    SELECT proof.id, proof.known_segments AS segments, proof.known_numbers AS numbers
    FROM proof WHERE proof.id::text = ${id.toLowerCase()}`);
  if (row === undefined) throw new BadRequest(`since: there is no proof "${id}"`);
  return { proof: row.id, numbers: new Map(row.segments.map((segment, place) => [segment, row.numbers[place] ?? 0])) };
}

/** The condition on table `event` that a proof did not know an event; `segments` are all that are asked. */
export function sinceSql({ numbers }: Since, segments: readonly SegmentSpan[]): Sql {
  const grown = segments.filter(({ id }) => (numbers.get(id) ?? 0) > 0);
  const isNew = sql`event.segment <> ALL (${grown.map(({ id }) => id)}::int[])`;
  const isLater = grown.map(({ id }) => sql`(event.segment = ${id} AND event.n >= ${numbers.get(id) ?? 0})`);
  return sql`(${sql.join([isNew, ...isLater], sql` OR `)})`;
}
