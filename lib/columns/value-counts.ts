import { logTypeFromCode, severityFromCode } from '@/lib/events';
import { isAttributeColumn } from './column-catalogue';
import type { ColumnValue, Dictionary } from './dictionary';
import type { SegmentColumns } from './segment-columns';

/** What table `value_count` keeps: a value of a field in a segment. Times in microseconds, null when no event has one. */
export interface ValueCount {
  readonly name: string;
  readonly value: string;
  readonly code: number;
  readonly count: number;
  readonly from: number | null;
  readonly to: number | null;
}

/** Fields whose values say nothing by themselves: measurements, what is numbered anew each time, and where a record stood. */
const MEASURED: ReadonlySet<string> = new Set([
  'file',
  'bytes',
  'packets',
  'duration_ms',
  'pid',
  'src_port',
  'path',
  'name',
  'caller',
  'format',
  'envelope',
]);
/** Where a field's values differ from event to event, counting each saves nobody a look at the events. */
const EVENTS_PER_VALUE_MIN = 4;
/** So few values are counted however seldom they are. */
const VALUES_ALWAYS = 1000;
/** PostgreSQL cannot index a longer text for certain (nbtree, a third of a page). */
const VALUE_BYTES_MAX = 600;

/** The values of a segment's fields with their counts and the first and last time of each. */
export function* valueCounts({ times, columns }: SegmentColumns): Generator<ValueCount> {
  for (const [name, column] of columns) {
    if (column === 'too-many' || MEASURED.has(name) || isAttributeColumn(name)) continue;
    const { codes, dictionary } = column;
    if (areScattered(dictionary)) continue;
    const { first, last } = extents(codes, times, dictionary.counts.length);
    for (const [index, stored] of dictionary.values.entries()) {
      const value = textOf(name, stored);
      if (Buffer.byteLength(value) > VALUE_BYTES_MAX) continue;
      const code = index + 1;
      const [from, to] = [first[code] ?? Number.NaN, last[code] ?? Number.NaN];
      const timed = !Number.isNaN(from);
      const count = dictionary.counts[code] ?? 0;
      yield { name, value, code, count, from: timed ? from : null, to: timed ? to : null };
    }
  }
}

function areScattered({ values, counts }: Dictionary): boolean {
  const events = counts.reduce((sum, count, code) => (code === 0 ? sum : sum + count), 0);
  return values.length > VALUES_ALWAYS && events < values.length * EVENTS_PER_VALUE_MIN;
}

function extents(codes: Uint32Array, times: Float64Array, values: number) {
  const first = new Float64Array(values).fill(Number.NaN);
  const last = new Float64Array(values).fill(Number.NaN);
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? 0;
    const time = times[row] ?? Number.NaN;
    // Comparisons with NaN are false: the first time of a code is taken by the negation.
    if (!((first[code] ?? 0) <= time) && !Number.isNaN(time)) first[code] = time;
    if (!((last[code] ?? 0) >= time) && !Number.isNaN(time)) last[code] = time;
  }
  return { first, last };
}

function textOf(name: string, value: ColumnValue): string {
  if (name === 'type') return logTypeFromCode(Number(value));
  if (name === 'severity') return severityFromCode(Number(value));
  return String(value);
}
