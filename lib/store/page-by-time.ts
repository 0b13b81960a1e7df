import { type Sql, sql } from '@/lib/query';
import type { EventCursor, EventOrder } from './event-order';
import type { KeyedRow } from './matching';
import type { SegmentSpan } from './segment-span';

/** Segments looked at first; each further step takes twice as many, since what is rare is anywhere. */
const FIRST_SEGMENTS = 4;

/**
 * Events with a time behind a cursor. No index sorts the events of a large segment, so segments are asked from the one
 * nearest to the page's beginning on, and no further than events of the page can be.
 * `ask` gives the first rows of a condition in the page's order.
 */
export async function rowsByTime(
  segments: readonly SegmentSpan[],
  order: EventOrder,
  cursor: EventCursor | null,
  limit: number,
  ask: (condition: Sql) => Promise<KeyedRow[]>,
): Promise<KeyedRow[]> {
  const { descending } = order;
  let rows: KeyedRow[] = [];
  for (const some of stepsThrough(segments, descending, cursor)) {
    if (rows.length >= limit && isBeyond(some[0], rows.at(-1), descending)) break;
    const more = await ask(sql`event.segment = ANY (${some.map(({ id }) => id)}::int[])`);
    rows = [...rows, ...more].sort((one, other) => compare(one, other, descending)).slice(0, limit);
  }
  return rows;
}

function* stepsThrough(segments: readonly SegmentSpan[], descending: boolean, cursor: EventCursor | null) {
  const start = cursor?.key == null ? null : Number(cursor.key);
  const behind = segments.filter(({ first, last }) => {
    if (first === null || last === null) return false;
    return start === null || (descending ? first <= start : last >= start);
  });
  const nearest = ({ first, last }: SegmentSpan) => (descending ? -(last ?? 0) : (first ?? 0));
  behind.sort((one, other) => nearest(one) - nearest(other));
  for (let from = 0, count = FIRST_SEGMENTS; from < behind.length; from += count, count *= 2) {
    yield behind.slice(from, from + count);
  }
}

/** Whether nothing in a segment, and in those after it, can come before a row. */
function isBeyond(segment: SegmentSpan | undefined, row: KeyedRow | undefined, descending: boolean): boolean {
  if (segment === undefined || row === undefined) return false;
  const time = Number(row.time_micros);
  return descending ? (segment.last ?? 0) < time : (segment.first ?? 0) > time;
}

function compare(one: KeyedRow, other: KeyedRow, descending: boolean): number {
  const order = Number(one.time_micros) - Number(other.time_micros) || one.segment - other.segment || one.n - other.n;
  return descending ? -order : order;
}
