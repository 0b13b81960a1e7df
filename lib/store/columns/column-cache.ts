import {
  ATTRIBUTES_COLUMN,
  CHUNK_ROWS,
  type Codes,
  decodeDictionary,
  decodeMinutes,
  decodeTimes,
  isAttributeColumn,
  MINUTES_COLUMN,
  type MinuteCounts,
  makeCodes,
  readCodesChunk,
  TIME_COLUMN,
  type TimeZones,
  timeZones,
} from '@/lib/columns';
import type { Reader } from '../read-only';
import type { SegmentSpan } from '../segment-span';
import { ColumnValues } from './column-values';
import { GlobalDictionary } from './global-dictionary';
import { GrowingColumns } from './growing-columns';
import { growingCodes, growingDictionary, growingMinutes, growingTimes } from './growing-parts';
import { MemoryBudget } from './memory-budget';
import { type LoadedPart, type LoadParts, SegmentParts } from './segment-parts';
import { readChunks, type StoredChunk } from './stored-chunks';

/** The values of a column in one segment: their numbers in `all`, and how many events have each. */
export interface SegmentDictionary {
  readonly all: GlobalDictionary;
  /** By code, beginning with code 1. */
  readonly numbers: Uint32Array;
  /** By code; `counts[0]` = none. */
  readonly counts: Uint32Array;
  /** Whether it is that of a segment that grows: the next one will hold all of its values, so that none is ever gone. */
  readonly grows: boolean;
}

/** `too-many`: the column was not kept. */
export type DictionaryAnswer = SegmentDictionary | 'too-many';

export interface SegmentTimes {
  readonly times: Float64Array;
  readonly zones: TimeZones;
  /** Null when no event has a time. */
  readonly extent: { readonly first: number; readonly last: number; readonly untimed: boolean } | null;
}

/** What an entry costs beside its bytes. */
const ENTRY_BYTES = 200;

/** The columns of segments in memory, up to a budget in bytes. */
export class ColumnCache {
  readonly budget: MemoryBudget;
  private readonly dictionaries: SegmentParts<DictionaryAnswer>;
  private readonly codes: SegmentParts<Codes>;
  private readonly times: SegmentParts<SegmentTimes>;
  private readonly minutes: SegmentParts<MinuteCounts>;
  private readonly values: ColumnValues;
  private readonly growing: GrowingColumns;

  constructor(bytesMax: number) {
    this.budget = new MemoryBudget(bytesMax);
    this.growing = new GrowingColumns(this.budget);
    this.values = new ColumnValues(this.budget, (column) =>
      this.dictionaries.forget((_segment, ofColumn) => ofColumn === column),
    );
    this.dictionaries = new SegmentParts(
      this.budget,
      (reader, segments, column) => this.loadDictionaries(reader, segments, column, this.values.of(column)),
      (column, value) => {
        if (value !== 'too-many' && !value.grows) this.values.gone(column, value.all, value.numbers.length);
      },
    );
    this.codes = new SegmentParts(
      this.budget,
      byGrowth(
        (...wanted) => this.loadCodes(...wanted),
        async (reader, segment, column) => weighed(await growingCodes(this.growing, reader, segment, column)),
      ),
    );
    this.times = new SegmentParts(
      this.budget,
      byGrowth(loadTimes, async (reader, segment) => timesPart(await growingTimes(this.growing, reader, segment))),
    );
    this.minutes = new SegmentParts(
      this.budget,
      byGrowth(loadMinutes, async (reader, segment) => {
        const value = await growingMinutes(this.growing, reader, segment);
        return { value, weight: ENTRY_BYTES + value.counts.byteLength * 4 };
      }),
    );
  }

  /**
   * The values of a column in each of the segments, in their order; likewise below. All of one answer point at the same `all`,
   * which another answer need not do.
   */
  async dictionariesOf(reader: Reader, segments: readonly SegmentSpan[], column: string): Promise<DictionaryAnswer[]> {
    const answers = await this.dictionaries.of(reader, segments, column);
    const alls = new Set(answers.flatMap((answer) => (hasValues(answer) ? [answer.all] : [])));
    const [all = this.values.of(column), ...others] = alls;
    if (others.length === 0) return answers.map((answer) => (answer === 'too-many' ? answer : { ...answer, all }));
    // Values were numbered anew while some were loaded. What is left of the old ones goes, and this question gets its own.
    const now = this.values.of(column);
    this.dictionaries.forget(
      (_segment, ofColumn, value) => ofColumn === column && hasValues(value) && value.all !== now,
    );
    const apart = await this.loadDictionaries(reader, segments, column, new GlobalDictionary());
    return apart.map(({ value }) => value);
  }

  /** Keeps nothing any longer of segments that are no more. */
  forget(segments: ReadonlySet<number>): void {
    for (const parts of [this.dictionaries, this.codes, this.times, this.minutes]) {
      parts.forget((segment) => segments.has(segment));
    }
    this.growing.forget(segments);
  }

  codesOf(reader: Reader, segments: readonly SegmentSpan[], column: string): Promise<Codes[]> {
    return this.codes.of(reader, segments, column);
  }

  timesOf(reader: Reader, segments: readonly SegmentSpan[]): Promise<SegmentTimes[]> {
    return this.times.of(reader, segments, TIME_COLUMN);
  }

  minutesOf(reader: Reader, segments: readonly SegmentSpan[]): Promise<MinuteCounts[]> {
    return this.minutes.of(reader, segments, MINUTES_COLUMN);
  }

  private loadDictionaries(
    reader: Reader,
    segments: readonly SegmentSpan[],
    column: string,
    all: GlobalDictionary,
  ): Promise<LoadedPart<DictionaryAnswer>[]> {
    const load = byGrowth<DictionaryAnswer>(
      (...wanted) => this.loadStoredDictionaries(...wanted, all),
      (...wanted) => this.growDictionary(...wanted, all),
    );
    return load(reader, segments, column);
  }

  private async loadStoredDictionaries(
    reader: Reader,
    segments: readonly SegmentSpan[],
    column: string,
    all: GlobalDictionary,
  ): Promise<LoadedPart<DictionaryAnswer>[]> {
    const stored = await readChunks(reader, segments, column, 'dictionary');
    // Where not every attribute has a column, nothing follows from there being none.
    const marks = isAttributeColumn(column) ? await this.dictionariesOf(reader, segments, ATTRIBUTES_COLUMN) : [];
    const parts = segments.map((segment, index) => {
      const chunk = stored[index]?.[0];
      const isUnsure = chunk === undefined && marks[index] === 'too-many';
      return dictionaryPart(isUnsure ? 'too-many' : dictionaryOf(all, segment, chunk));
    });
    const values = parts.reduce((sum, { value }) => sum + (value === 'too-many' ? 0 : value.numbers.length), 0);
    this.values.loaded(column, all, values);
    return parts;
  }

  private async growDictionary(
    reader: Reader,
    segment: SegmentSpan,
    column: string,
    all: GlobalDictionary,
  ): Promise<LoadedPart<DictionaryAnswer>> {
    const value = await growingDictionary(this.growing, reader, segment, column, all);
    if (value !== 'too-many') this.values.loaded(column, all, 0);
    return dictionaryPart(value);
  }

  private async loadCodes(
    reader: Reader,
    segments: readonly SegmentSpan[],
    column: string,
  ): Promise<LoadedPart<Codes>[]> {
    const dictionaries = await this.dictionariesOf(reader, segments, column);
    const stored = await readChunks(reader, segments, column, 'codes');
    return segments.map(({ numbers }, index) => {
      const dictionary = dictionaries[index];
      const values = dictionary === undefined || dictionary === 'too-many' ? 0 : dictionary.numbers.length;
      const codes = makeCodes(numbers, values);
      for (const { chunk, bytes } of stored[index] ?? []) readCodesChunk(bytes, codes, (chunk - 1) * CHUNK_ROWS);
      return weighed(codes);
    });
  }
}

function dictionaryPart(value: DictionaryAnswer): LoadedPart<DictionaryAnswer> {
  const own = value === 'too-many' ? 0 : value.numbers.byteLength + value.counts.byteLength;
  return { value, weight: ENTRY_BYTES + own };
}

function hasValues(answer: DictionaryAnswer): answer is SegmentDictionary {
  return answer !== 'too-many' && answer.numbers.length > 0;
}

function dictionaryOf(all: GlobalDictionary, segment: SegmentSpan, stored: StoredChunk | undefined): DictionaryAnswer {
  if (stored === undefined)
    return { all, numbers: new Uint32Array(0), counts: Uint32Array.of(segment.numbers), grows: false };
  if (stored.bytes.length === 0) return 'too-many';
  const { values, counts } = decodeDictionary(stored.bytes);
  // Shared, because threads that group events look values up by it.
  const numbers = new Uint32Array(new SharedArrayBuffer(values.length * 4));
  for (const [index, value] of values.entries()) numbers[index] = all.numberOf(value);
  return { all, numbers, counts, grows: false };
}

async function loadTimes(
  reader: Reader,
  segments: readonly SegmentSpan[],
  column: string,
): Promise<LoadedPart<SegmentTimes>[]> {
  const stored = await readChunks(reader, segments, column, 'codes');
  return segments.map(({ numbers }, index) => {
    const times = new Float64Array(new SharedArrayBuffer(numbers * 8)).fill(Number.NaN);
    for (const { chunk, rows, bytes } of stored[index] ?? []) {
      const from = (chunk - 1) * CHUNK_ROWS;
      decodeTimes(bytes, times.subarray(from, from + rows));
    }
    return timesPart(times);
  });
}

function timesPart(times: Float64Array): LoadedPart<SegmentTimes> {
  const zones = timeZones(times);
  return { value: { times, zones, extent: extentOf(times, zones) }, weight: ENTRY_BYTES + times.byteLength };
}

function weighed(codes: Codes): LoadedPart<Codes> {
  return { value: codes, weight: ENTRY_BYTES + codes.byteLength };
}

/** Loads what is stored of segments together, and makes what is not of those that grow, one after the other. */
function byGrowth<Value>(
  load: LoadParts<Value>,
  grow: (reader: Reader, segment: SegmentSpan, column: string) => Promise<LoadedPart<Value>>,
): LoadParts<Value> {
  return async (reader, segments, column) => {
    const stored = segments.filter(({ grows }) => !grows);
    const loaded = stored.length === 0 ? [] : await load(reader, stored, column);
    const left = loaded[Symbol.iterator]();
    const parts: LoadedPart<Value>[] = [];
    for (const segment of segments) {
      const part = segment.grows ? await grow(reader, segment, column) : left.next().value;
      if (part !== undefined) parts.push(part);
    }
    return parts;
  };
}

function extentOf(times: Float64Array, { first, last }: TimeZones): SegmentTimes['extent'] {
  const extent = { first: smallest(first), last: -smallest(last.map((time) => -time)) };
  return extent.first > extent.last ? null : { ...extent, untimed: times.some(Number.isNaN) };
}

function smallest(numbers: Float64Array): number {
  return numbers.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
}

async function loadMinutes(
  reader: Reader,
  segments: readonly SegmentSpan[],
  column: string,
): Promise<LoadedPart<MinuteCounts>[]> {
  const stored = await readChunks(reader, segments, column, 'dictionary');
  return stored.map(([chunk]) => {
    const bytes = chunk?.bytes ?? Buffer.alloc(0);
    return { value: decodeMinutes(bytes), weight: ENTRY_BYTES + bytes.length };
  });
}
