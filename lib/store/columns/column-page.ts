import { type Bits, hasBit, type RowPlace } from '@/lib/columns';
import { sql } from '@/lib/query';
import type { EventCursor } from '../event-order';
import { EVENT_COLUMNS, type EventRow } from '../event-rows';
import type { KeyedRow } from '../matching';
import type { Reader } from '../read-only';
import type { SegmentSpan } from '../segment-span';
import { bitsOf, type FoundEvents } from './found-events';
import type { SegmentRows } from './segment-rows';

/** The place of an event in the order of time; null: it has no time. */
interface EventPlace {
  readonly segment: number;
  readonly n: number;
  readonly time: number | null;
}

/** A page of events by time behind a cursor, those without a time at the end; ties by segment and number. */
export async function columnPage(
  found: FoundEvents,
  descending: boolean,
  cursor: EventCursor | null,
  limit: number,
): Promise<KeyedRow[]> {
  const places = cursor?.key === null ? [] : await timedPlaces(found, descending, cursor, limit);
  if (places.length < limit) {
    const behind = cursor !== null && cursor.key === null ? cursor : null;
    places.push(...(await untimedPlaces(found, descending, behind, limit - places.length)));
  }
  return readPlaces(found.reader, places);
}

async function timedPlaces(
  found: FoundEvents,
  descending: boolean,
  cursor: EventCursor | null,
  limit: number,
): Promise<EventPlace[]> {
  const { engine, reader, signal } = found;
  const after = cursor?.key == null ? null : { ...cursor, time: Number(cursor.key) };
  let places: EventPlace[] = [];
  for (const wave of wavesOf(found.rows, descending, after)) {
    const last = places.length < limit ? undefined : places.at(-1);
    if (last !== undefined && isBeyond(wave[0], last, descending)) break;
    const times = await engine.cache.timesOf(
      reader,
      wave.map(({ segment }) => segment),
    );
    const inputs = wave.flatMap((row, index) => {
      const own = times[index];
      if (own === undefined) return [];
      const { segment } = row;
      const bound = after === null ? null : boundIn(segment, after, descending);
      return [{ ...own, rows: segment.numbers, bits: bitsOf(row), limit, descending, after: bound }];
    });
    const firsts = await engine.threads.run('firstRows', inputs, signal);
    const more = firsts.flatMap((rows, index) =>
      rows.map(({ row, time }) => ({ segment: wave[index]?.segment.id ?? 0, n: row, time })),
    );
    places = [...places, ...more].sort((one, other) => compare(one, other, descending)).slice(0, limit);
  }
  return places;
}

/** Segments looked at together. */
const WAVE_SEGMENTS = 16;

/** Segments with a time behind the cursor, nearest to the beginning first. */
function wavesOf(rows: readonly SegmentRows[], descending: boolean, after: { readonly time: number } | null) {
  const nearest = ({ first, last }: SegmentSpan) => (descending ? -(last ?? 0) : (first ?? 0));
  const farthest = ({ first, last }: SegmentSpan) => (descending ? -(first ?? 0) : (last ?? 0));
  const start = after === null ? Number.NEGATIVE_INFINITY : descending ? -after.time : after.time;
  const timed = rows.filter(({ segment }) => segment.first !== null && farthest(segment) >= start);
  timed.sort((one, other) => nearest(one.segment) - nearest(other.segment));
  return Array.from({ length: Math.ceil(timed.length / WAVE_SEGMENTS) }, (_, index) =>
    timed.slice(index * WAVE_SEGMENTS, (index + 1) * WAVE_SEGMENTS),
  );
}

/** Whether nothing in a segment, and in those after it, can come before a place. */
function isBeyond(row: SegmentRows | undefined, place: EventPlace, descending: boolean): boolean {
  if (row === undefined || place.time === null) return false;
  const { first, last } = row.segment;
  return descending ? (last ?? 0) < place.time : (first ?? 0) > place.time;
}

/** The cursor as one segment sees it: of the same time, all rows come after it, or none, or those beyond its own. */
function boundIn(
  { id }: SegmentSpan,
  cursor: { readonly segment: number; readonly n: number; readonly time: number },
  descending: boolean,
): RowPlace {
  if (id === cursor.segment) return { row: cursor.n, time: cursor.time };
  const comesAfter = descending ? id < cursor.segment : id > cursor.segment;
  const row = comesAfter === descending ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return { row, time: cursor.time };
}

function compare(one: EventPlace, other: EventPlace, descending: boolean): number {
  const order = (one.time ?? 0) - (other.time ?? 0) || one.segment - other.segment || one.n - other.n;
  return descending ? -order : order;
}

/** Events without a time, in the order of writing or the other way round. */
async function untimedPlaces(
  { engine, reader, rows }: FoundEvents,
  descending: boolean,
  cursor: EventCursor | null,
  limit: number,
): Promise<EventPlace[]> {
  const places: EventPlace[] = [];
  const sorted = [...rows].sort(({ segment: one }, { segment: other }) =>
    descending ? other.id - one.id : one.id - other.id,
  );
  for (const row of sorted) {
    const { id } = row.segment;
    if (places.length >= limit) break;
    if (cursor !== null && (descending ? id > cursor.segment : id < cursor.segment)) continue;
    const [own] = await engine.cache.timesOf(reader, [row.segment]);
    if (own === undefined || own.extent?.untimed === false) continue;
    const beyond = cursor?.segment === id ? cursor.n : null;
    for (const n of untimedRows(row.segment.numbers, bitsOf(row), own.times, descending, beyond)) {
      if (places.length >= limit) break;
      places.push({ segment: id, n, time: null });
    }
  }
  return places;
}

function* untimedRows(rows: number, bits: Bits, times: Float64Array, descending: boolean, beyond: number | null) {
  const start = beyond === null ? (descending ? rows - 1 : 0) : beyond + (descending ? -1 : 1);
  for (let n = start; n >= 0 && n < rows; n += descending ? -1 : 1) {
    if (hasBit(bits, n) && Number.isNaN(times[n])) yield n;
  }
}

/** The rows at places, in their order: each segment is asked by the key of its table. */
async function readPlaces(reader: Reader, places: readonly EventPlace[]): Promise<KeyedRow[]> {
  const bySegment = new Map<number, number[]>();
  for (const { segment, n } of places) {
    const numbers = bySegment.get(segment);
    if (numbers === undefined) bySegment.set(segment, [n]);
    else numbers.push(n);
  }
  if (bySegment.size === 0) return [];
  const parts = Array.from(
    bySegment,
    ([segment, numbers]) => sql`
      SELECT ${EVENT_COLUMNS} FROM event WHERE event.segment = ${segment} AND event.n = ANY (${numbers}::int[])`,
  );
  const rows = await reader.rows<EventRow>(sql.join(parts, sql` UNION ALL `));
  const byPlace = new Map(rows.map((row) => [`${row.segment} ${row.n}`, row]));
  return places.flatMap(({ segment, n }) => {
    const row = byPlace.get(`${segment} ${n}`);
    return row === undefined ? [] : [{ ...row, cursor_key: row.time_micros }];
  });
}
