import type { SegmentColumns } from '@/lib/columns';
import { logTypeCode } from '@/lib/events';
import { keyColumn } from './key-column';
import { KeyGroups } from './key-groups';
import { columnOf } from './segment-column';
import { type TalliedColumns, talliedRows } from './tallied-columns';
import type { Condition, Tallied, Tally } from './tally';
import { TallyBuilder } from './tally-builder';

const MICROS = 1e6;
/** By code 0: what is said of events without a value. */
const NONE = 0;

/** Counts the events of a segment. */
export function tallySegment(columns: SegmentColumns, tally: Tally): Tallied {
  return talliedRows(tallyColumns(columns, tally));
}

/** The same as it is stored. Its time grows with the events of the tally's types. */
export function tallyColumns(columns: SegmentColumns, tally: Tally): TalliedColumns {
  const builder = new TallyBuilder(tally);
  const nothing = () => ({ ...builder.finish(), keys: [] });
  const isOfType = passing(columns, { field: 'type', test: (type) => codes(tally).has(Number(type)) });
  if (isOfType === 'never' || isOfType === 'too-many') return nothing();
  const tests = [isOfType, ...tally.where.map((condition) => passing(columns, condition))];
  const parts = tally.by.map((part) => keyColumn(columns, part));
  const sums = tally.sum === undefined ? null : numbersOf(columns, tally.sum);
  if (tests.includes('never') || parts.includes('never')) return nothing();
  const known = tests.filter((test) => typeof test === 'object');
  const keys = parts.filter((part) => typeof part === 'object');
  const isBlind = known.length < tests.length || keys.length < parts.length;
  const groups = new KeyGroups(keys);
  for (let row = 0; row < columns.rows; row += 1) {
    if (!passes(known, row)) continue;
    const time = columns.times[row] ?? Number.NaN;
    if (!(time >= 0)) continue;
    if (isBlind) {
      builder.leaveOut();
      continue;
    }
    const group = groups.of(row);
    if (group === null) continue;
    builder.add(group, time, Math.floor(time / (tally.bucketSeconds * MICROS)), sums === null ? 0 : sums(row));
  }
  const { groups: numbers, ...counted } = builder.finish();
  return { ...counted, keys: groups.textsOf(numbers) };
}

function codes(tally: Tally): ReadonlySet<number> {
  return new Set(tally.types.map(logTypeCode));
}

/** Whether an event passes, by its code. */
interface Passing {
  readonly codes: Uint32Array;
  readonly passes: Uint8Array;
}

function passes(tests: readonly Passing[], row: number): boolean {
  for (const test of tests) if (test.passes[test.codes[row] ?? NONE] !== 1) return false;
  return true;
}

/** `never`: no event passes. `too-many`: the segment has no column that could tell. */
function passing(columns: SegmentColumns, { field, test }: Condition): Passing | 'never' | 'too-many' {
  const column = columnOf(columns, field);
  if (column === 'too-many') return 'too-many';
  const { values } = column.dictionary;
  const passes = Uint8Array.from([test(null), ...values.map((value) => test(value))], Number);
  return passes.includes(1) ? { codes: column.codes, passes } : 'never';
}

function numbersOf(columns: SegmentColumns, field: string): (row: number) => number {
  const column = columnOf(columns, field);
  if (column === 'too-many') return () => 0;
  const { codes, dictionary } = column;
  const numbers = Float64Array.from([0, ...dictionary.values.map((value) => Number(value) || 0)]);
  return (row) => numbers[codes[row] ?? NONE] ?? 0;
}
