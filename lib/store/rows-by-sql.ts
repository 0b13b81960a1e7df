import { type Bits, makeBits, setBit } from '@/lib/columns';
import { type Sql, sql } from '@/lib/query';
import type { Reader } from './read-only';
import type { SegmentSpan } from './segment-span';

const INTEGER_BYTES = 4;

/** Events of segments for which a condition on table `event` holds: a set of bits for each segment that has any. */
export async function rowsBySql(
  reader: Reader,
  condition: Sql,
  segments: readonly SegmentSpan[],
): Promise<ReadonlyMap<number, Bits>> {
  const rows = await reader.rows<{ segment: number; numbers: Buffer }>(sql`
    SELECT event.segment, string_agg(int4send(event.n), ''::bytea) AS numbers FROM event
    WHERE event.segment = ANY (${segments.map(({ id }) => id)}::int[]) AND (${condition}) GROUP BY event.segment`);
  const sizes = new Map(segments.map(({ id, numbers }) => [id, numbers]));
  return new Map(
    rows.map(({ segment, numbers }) => {
      const bits = makeBits(sizes.get(segment) ?? 0);
      for (let at = 0; at < numbers.length; at += INTEGER_BYTES) setBit(bits, numbers.readInt32BE(at));
      return [segment, bits];
    }),
  );
}
