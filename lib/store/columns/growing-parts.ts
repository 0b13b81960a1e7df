import {
  ATTRIBUTES_COLUMN,
  type Codes,
  countMinutes,
  isAttributeColumn,
  type MinuteCounts,
  makeCodes,
} from '@/lib/columns';
import type { Reader } from '../read-only';
import type { SegmentSpan } from '../segment-span';
import type { DictionaryAnswer } from './column-cache';
import type { GlobalDictionary } from './global-dictionary';
import type { GrowingColumns } from './growing-columns';

/** The values of a column in a growing segment, numbered by `all`. */
export async function growingDictionary(
  columns: GrowingColumns,
  reader: Reader,
  segment: SegmentSpan,
  column: string,
  all: GlobalDictionary,
): Promise<DictionaryAnswer> {
  const builder = await columns.of(reader, segment);
  const built = builder.columnOf(column, segment.numbers);
  // Where not every attribute has a column, nothing follows from there being none.
  const isUnsure = built === null && isAttributeColumn(column) && builder.columnOf(ATTRIBUTES_COLUMN, 0) !== null;
  if (built === 'too-many' || isUnsure) return 'too-many';
  if (built === null) return { all, numbers: new Uint32Array(0), counts: Uint32Array.of(segment.numbers), grows: true };
  const { values, counts } = built.dictionary;
  // Shared, because threads that group events look values up by it.
  const numbers = new Uint32Array(new SharedArrayBuffer(values.length * 4));
  for (const [index, value] of values.entries()) numbers[index] = all.numberOf(value);
  return { all, numbers, counts, grows: true };
}

export async function growingCodes(
  columns: GrowingColumns,
  reader: Reader,
  segment: SegmentSpan,
  column: string,
): Promise<Codes> {
  const built = (await columns.of(reader, segment)).columnOf(column, segment.numbers);
  const isEmpty = built === null || built === 'too-many';
  const codes = makeCodes(segment.numbers, isEmpty ? 0 : built.dictionary.values.length);
  if (!isEmpty) codes.set(built.codes);
  return codes;
}

/** Of every event of the segment, in memory that threads share. */
export async function growingTimes(
  columns: GrowingColumns,
  reader: Reader,
  segment: SegmentSpan,
): Promise<Float64Array> {
  const times = new Float64Array(new SharedArrayBuffer(segment.numbers * 8));
  times.set((await columns.of(reader, segment)).timesOf(segment.numbers));
  return times;
}

export async function growingMinutes(
  columns: GrowingColumns,
  reader: Reader,
  segment: SegmentSpan,
): Promise<MinuteCounts> {
  const builder = await columns.of(reader, segment);
  const numbers = (name: string) => {
    const built = builder.columnOf(name, segment.numbers);
    if (built === null || built === 'too-many') return () => 0;
    return (row: number) => Number(built.dictionary.values[(built.codes[row] ?? 0) - 1] ?? 0);
  };
  return countMinutes(builder.timesOf(segment.numbers), numbers('type'), numbers('severity'));
}
