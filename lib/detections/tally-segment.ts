import { type BuiltColumn, type ColumnValue, GroupIndex, isAttributeColumn, type SegmentColumns } from '@/lib/columns';
import { logTypeCode } from '@/lib/events';
import type { Condition, KeyPart, Tallied, Tally } from './tally';
import { TallyBuilder } from './tally-builder';

const MICROS = 1e6;
/** By code 0: what is said of events without a value. */
const NONE = 0;

/** Counts the events of a segment. Its time grows with the events of the tally's types. */
export function tallySegment(columns: SegmentColumns, tally: Tally): Tallied {
  const builder = new TallyBuilder(tally);
  const isOfType = passing(columns, { field: 'type', test: (type) => codes(tally).has(Number(type)) });
  if (isOfType === 'never' || isOfType === 'too-many') return builder.finish();
  const tests = [isOfType, ...tally.where.map((condition) => passing(columns, condition))];
  const parts = tally.by.map((part) => keyColumn(columns, part));
  const sums = tally.sum === undefined ? null : numbersOf(columns, tally.sum);
  if (tests.includes('never') || parts.includes('never')) return builder.finish();
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
  return builder.finish((group) => groups.textsOf(group));
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

/** What an event is counted under, by its code: a number of `texts`, plus one; 0 leaves it out. */
interface KeyColumn {
  readonly codes: Uint32Array;
  readonly numbers: Uint32Array;
  readonly texts: readonly string[];
}

function keyColumn(columns: SegmentColumns, part: KeyPart): KeyColumn | 'never' | 'too-many' {
  const column = columnOf(columns, part.field);
  if (column === 'too-many') return 'too-many';
  const texts: string[] = [];
  const known = new Map<string, number>();
  const numberOf = (text: string | null): number => {
    if (text === null) return 0;
    const number = known.get(text) ?? texts.push(text);
    known.set(text, number);
    return number;
  };
  const kept = (value: ColumnValue) => (part.as === undefined ? String(value) : part.as(value));
  const none = numberOf(part.optional === true ? '' : null);
  const numbers = Uint32Array.from([none, ...column.dictionary.values.map((value) => numberOf(kept(value)))]);
  return texts.length === 0 ? 'never' : { codes: column.codes, numbers, texts };
}

function numbersOf(columns: SegmentColumns, field: string): (row: number) => number {
  const column = columnOf(columns, field);
  if (column === 'too-many') return () => 0;
  const { codes, dictionary } = column;
  const numbers = Float64Array.from([0, ...dictionary.values.map((value) => Number(value) || 0)]);
  return (row) => numbers[codes[row] ?? NONE] ?? 0;
}

const NOBODY: BuiltColumn = { codes: new Uint32Array(0), dictionary: { values: [], counts: new Uint32Array(1) } };

function columnOf(columns: SegmentColumns, field: string): BuiltColumn | 'too-many' {
  const column = columns.columns.get(field);
  if (column !== undefined) return column;
  // Where not every attribute has a column, nothing follows from there being none.
  return isAttributeColumn(field) && !columns.allAttributes ? 'too-many' : NOBODY;
}

/** Numbers the combinations of key parts. */
class KeyGroups {
  private readonly pairs: readonly GroupIndex[];
  private readonly widths: readonly number[];

  constructor(private readonly keys: readonly KeyColumn[]) {
    this.pairs = keys.map(() => new GroupIndex());
    this.widths = keys.map(({ texts }) => texts.length + 1);
  }

  /** The number of an event's combination; null where it has none. */
  of(row: number): number | null {
    let group = 0;
    for (let place = 0; place < this.keys.length; place += 1) {
      const key = this.keys[place];
      const number = key === undefined ? 0 : (key.numbers[key.codes[row] ?? NONE] ?? 0);
      if (number === 0) return null;
      group = this.pairs[place]?.numberOf(group * (this.widths[place] ?? 1) + number) ?? 0;
    }
    return group;
  }

  textsOf(group: number): readonly string[] {
    const texts: string[] = [];
    let rest = group;
    for (let place = this.keys.length - 1; place >= 0; place -= 1) {
      const width = this.widths[place] ?? 1;
      const pair = this.pairs[place]?.keyOf(rest) ?? 0;
      texts.unshift(this.keys[place]?.texts[(pair % width) - 1] ?? '');
      rest = Math.floor(pair / width);
    }
    return texts;
  }
}
