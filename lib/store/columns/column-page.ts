import { type Bits, hasBit, type RowPlace } from '@/lib/columns';
import { sql } from '@/lib/query';
import type { EventCursor } from '../event-order';
import { type EventRow, ROW_COLUMNS } from '../event-rows';
import type { KeyedRow } from '../matching';
import type { Reader } from '../read-only';
import type { SegmentSpan } from '../segment-span';
import { wholeRows } from '../whole-rows';
import { bitsOf, type FoundEvents } from './found-events';
import type { PageOrder, SortValues } from './page-order';
import type { SegmentRows } from './segment-rows';

/** The place of an event in the order of a page; null: it has no value to be sorted by. */
interface EventPlace {
  readonly segment: number;
  readonly n: number;
  readonly value: number | null;
}

/** A page of events behind a cursor, those without a value at the end; ties by segment and number. */
export async function columnPage(
  found: FoundEvents,
  order: PageOrder,
  cursor: EventCursor | null,
  limit: number,
  keyOf: (row: EventRow) => string | null,
): Promise<KeyedRow[]> {
  const places = cursor?.key === null ? [] : await sortedPlaces(found, order, cursor, limit);
  if (places.length < limit) {
    const behind = cursor !== null && cursor.key === null ? cursor : null;
    places.push(...(await unsortedPlaces(found, order, behind, limit - places.length)));
  }
  return readPlaces(found.reader, places, keyOf);
}

/** A cursor with its value on the scale of the order. */
interface Start {
  readonly segment: number;
  readonly n: number;
  readonly value: number;
}

/** The places of a page's events that have a value to sort by, in their order. */
export async function sortedPlaces(
  { engine, reader, rows, signal }: FoundEvents,
  order: PageOrder,
  cursor: EventCursor | null,
  limit: number,
): Promise<EventPlace[]> {
  const { descending } = order;
  const after = cursor?.key == null ? null : { ...cursor, value: order.valueOf(cursor.key) };
  let places: EventPlace[] = [];
  for (const wave of wavesOf(rows, order, after)) {
    const last = places.length < limit ? undefined : places.at(-1);
    if (last !== undefined && isBeyond(wave[0], last, order)) break;
    const segments = wave.map(({ segment }) => segment);
    const values = await order.load(reader, segments);
    const inputs = wave.flatMap((row, index) => {
      const own = values[index];
      if (own === undefined) return [];
      const { segment } = row;
      const bound = after === null ? null : boundIn(segment, after, descending);
      return [{ ...own, rows: segment.numbers, bits: bitsOf(row), limit, descending, after: bound }];
    });
    const firsts = await engine.threads.run('firstRows', inputs, signal);
    const more = firsts.flatMap((found, index) =>
      found.map(({ row, value }) => ({ segment: segments[index]?.id ?? 0, n: row, value })),
    );
    places = [...places, ...more].sort((one, other) => compare(one, other, descending)).slice(0, limit);
  }
  return places;
}

/** Segments with a value behind the cursor, nearest to the beginning first. */
function wavesOf(rows: readonly SegmentRows[], { descending, extent, together }: PageOrder, after: Start | null) {
  const start = after === null ? Number.NEGATIVE_INFINITY : descending ? -after.value : after.value;
  const possible = rows.flatMap((row) => {
    const values = extent(row.segment);
    if (values === null) return [];
    const [nearest, farthest] = descending ? [-values.last, -values.first] : [values.first, values.last];
    return farthest >= start ? [{ row, nearest }] : [];
  });
  const sorted = possible.sort((one, other) => (one.nearest < other.nearest ? -1 : 1)).map(({ row }) => row);
  return Array.from({ length: Math.ceil(sorted.length / together) }, (_, index) =>
    sorted.slice(index * together, (index + 1) * together),
  );
}

/** Whether nothing in a segment, and in those after it, can come before a place. */
function isBeyond(row: SegmentRows | undefined, place: EventPlace, { descending, extent }: PageOrder): boolean {
  const values = row === undefined ? null : extent(row.segment);
  if (values === null || place.value === null) return false;
  return descending ? values.last < place.value : values.first > place.value;
}

/** The cursor as one segment sees it: of the same value, all rows come after it, or none, or those beyond its own. */
function boundIn({ id }: SegmentSpan, cursor: Start, descending: boolean): RowPlace {
  if (id === cursor.segment) return { row: cursor.n, value: cursor.value };
  const comesAfter = descending ? id < cursor.segment : id > cursor.segment;
  const row = comesAfter === descending ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return { row, value: cursor.value };
}

function compare(one: EventPlace, other: EventPlace, descending: boolean): number {
  const order = (one.value ?? 0) - (other.value ?? 0) || one.segment - other.segment || one.n - other.n;
  return descending ? -order : order;
}

/** Events without a value, in the order of writing or the other way round. */
async function unsortedPlaces(
  { reader, rows }: FoundEvents,
  order: PageOrder,
  cursor: EventCursor | null,
  limit: number,
): Promise<EventPlace[]> {
  const { descending } = order;
  const places: EventPlace[] = [];
  const sorted = [...rows].sort(({ segment: one }, { segment: other }) =>
    descending ? other.id - one.id : one.id - other.id,
  );
  for (const row of sorted) {
    const { id } = row.segment;
    if (places.length >= limit) break;
    if (cursor !== null && (descending ? id > cursor.segment : id < cursor.segment)) continue;
    const [own] = await order.load(reader, [row.segment]);
    if (own === undefined) continue;
    const beyond = cursor?.segment === id ? cursor.n : null;
    for (const n of rowsWithout(row.segment.numbers, bitsOf(row), own, descending, beyond)) {
      if (places.length >= limit) break;
      places.push({ segment: id, n, value: null });
    }
  }
  return places;
}

function* rowsWithout(
  rows: number,
  bits: Bits,
  { values, codes }: SortValues,
  descending: boolean,
  beyond: number | null,
) {
  const start = beyond === null ? (descending ? rows - 1 : 0) : beyond + (descending ? -1 : 1);
  for (let n = start; n >= 0 && n < rows; n += descending ? -1 : 1) {
    if (hasBit(bits, n) && Number.isNaN(values[codes === null ? n : (codes[n] ?? 0)])) yield n;
  }
}

/** The rows at places, in their order: each segment is asked by the key of its table. */
export async function readPlaces(
  reader: Reader,
  places: readonly EventPlace[],
  keyOf: (row: EventRow) => string | null,
): Promise<KeyedRow[]> {
  const bySegment = new Map<number, number[]>();
  for (const { segment, n } of places) {
    const numbers = bySegment.get(segment);
    if (numbers === undefined) bySegment.set(segment, [n]);
    else numbers.push(n);
  }
  if (bySegment.size === 0) return [];
  const questions = Array.from(
    bySegment,
    ([segment, numbers]) => sql`
      SELECT ${ROW_COLUMNS} FROM event_row AS event WHERE event.segment = ${segment} AND event.n = ANY (${numbers}::int[])`,
  );
  const rows = await wholeRows(reader, sql.join(questions, sql` UNION ALL `));
  const byPlace = new Map(rows.map((row) => [`${row.segment} ${row.n}`, row]));
  return places.flatMap(({ segment, n }) => {
    const row = byPlace.get(`${segment} ${n}`);
    return row === undefined ? [] : [{ ...row, cursor_key: keyOf(row) }];
  });
}
