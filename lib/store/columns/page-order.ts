import type { ScanInput } from '@/lib/columns';
import type { Reader } from '../read-only';
import type { SegmentSpan } from '../segment-span';
import type { ColumnCache, SegmentDictionary } from './column-cache';
import { GlobalDictionary } from './global-dictionary';

/** What the events of a segment are sorted by. */
export type SortValues = Pick<ScanInput<'firstRows'>, 'values' | 'codes' | 'zones'>;

/** How a page is sorted, as columns see it. */
export interface PageOrder {
  readonly descending: boolean;
  /** The values of each of the segments, in their order. */
  load(reader: Reader, segments: readonly SegmentSpan[]): Promise<SortValues[]>;
  /** A cursor's value on the scale of these values. */
  valueOf(key: string): number;
  /** Between which values a segment's are; null when unknown, or when none of its events has one. */
  extent(segment: SegmentSpan): { readonly first: number; readonly last: number } | null;
  /** Segments whose events are looked at together. */
  readonly together: number;
}

/** Segments that overlap in time are looked at together, and those behind them not at all when a page is full. */
const WAVE_SEGMENTS = 16;

/** The order of time. */
export function timeOrder(cache: ColumnCache, descending: boolean): PageOrder {
  return {
    descending,
    together: WAVE_SEGMENTS,
    async load(reader, segments) {
      const times = await cache.timesOf(reader, segments);
      return times.map((own) => ({ values: own.times, codes: null, zones: own.zones }));
    },
    valueOf: Number,
    extent: ({ first, last }) => (first === null || last === null ? null : { first, last }),
  };
}

/** The order of a field's values; null when a segment does not keep its column. */
export async function valueOrder(
  cache: ColumnCache,
  reader: Reader,
  segments: readonly SegmentSpan[],
  { stored, descending }: { readonly stored: string; readonly descending: boolean },
): Promise<PageOrder | null> {
  const dictionaries = await cache.dictionariesOf(reader, segments, stored);
  const bySegment = new Map<number, SegmentDictionary>();
  for (const [index, { id }] of segments.entries()) {
    const dictionary = dictionaries[index];
    if (dictionary === 'too-many') return null;
    if (dictionary !== undefined) bySegment.set(id, dictionary);
  }
  const all = bySegment.values().next().value?.all ?? new GlobalDictionary();
  const ranks = all.ranks();
  return {
    descending,
    together: segments.length,
    async load(own, wanted) {
      const codes = await cache.codesOf(own, wanted, stored);
      return codes.map((ofSegment, at) => {
        const numbers = bySegment.get(wanted[at]?.id ?? -1)?.numbers ?? [];
        return { values: Float64Array.from([Number.NaN, ...ranksOf(numbers, ranks)]), codes: ofSegment, zones: null };
      });
    },
    valueOf: (key) => all.rankOf(key),
    extent: () => ({ first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY }),
  };
}

function* ranksOf(numbers: Iterable<number>, ranks: Float64Array): Generator<number> {
  for (const number of numbers) yield ranks[number] ?? Number.NaN;
}
