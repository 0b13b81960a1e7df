import { type Bits, hasBit } from '@/lib/columns';
import type { Hunt, Sought } from '@/lib/originals';
import type { SegmentSpan } from '../segment-span';
import type { PiecedEvent, PiecedEvents } from './pieced-events';
import type { SearchableBlock } from './searchable-blocks';
import type { SegmentSearch } from './segment-search';

/** One thing that is sought, and how far the search for it has come in a segment. */
export interface SegmentHunt {
  readonly sought: Sought;
  readonly hunt: Hunt;
  readonly search: SegmentSearch;
}

/** A segment that is searched. */
export interface SearchedSegment {
  readonly segment: SegmentSpan;
  readonly blocks: readonly SearchableBlock[];
  /** Null while nothing needs to know them. */
  readonly pieced: PiecedEvents | null;
}

/** A block to be searched. */
export interface BlockUnit {
  readonly kind: 'block';
  readonly in: SearchedSegment;
  /** Its place among the segment's blocks. */
  readonly place: number;
  readonly block: SearchableBlock;
  readonly hunts: readonly SegmentHunt[];
  /** The first and last time of the events that it can tell something of; null when none has one. */
  readonly first: number | null;
  readonly last: number | null;
}

/** Events in several pieces, to be looked at as a whole. */
export interface JoinedUnit {
  readonly kind: 'joined';
  readonly in: SearchedSegment;
  readonly events: readonly PiecedEvent[];
  readonly hunts: readonly [SegmentHunt];
  readonly first: number | null;
  readonly last: number | null;
}

export type SearchUnit = BlockUnit | JoinedUnit;

/** Names what is done in a unit for others that would do the same. */
export function unitKey(unit: SearchUnit): string {
  return unit.kind === 'block' ? `block ${unit.place}` : `joined ${unit.events[0]?.n ?? 0} ${unit.events.length}`;
}

/** Whether a unit still has something to do for a hunt. */
export function isOpen(unit: SearchUnit, { search }: SegmentHunt): boolean {
  if (unit.kind === 'block') return search.done[unit.place] !== 1;
  return unit.events.some(({ n }) => !search.joined.has(n));
}

/** Whether any event that opens in a block, or has a further piece in it, is among the possible ones. */
export function holdsPossible(
  { block, first_n, events }: SearchableBlock,
  possible: Bits | null,
  pieced: PiecedEvents | null,
): boolean {
  if (possible === null) return true;
  for (let n = first_n; n < first_n + events; n += 1) {
    if ((n & 31) === 0 && possible[n >>> 5] === 0) n += 31;
    else if (hasBit(possible, n)) return true;
  }
  return pieced?.byBlock.get(block)?.some(({ n }) => hasBit(possible, n)) === true;
}

/** The first and last of some times; null for none. */
export function extentOf(times: Iterable<number | null>): { first: number | null; last: number | null } {
  let first: number | null = null;
  let last: number | null = null;
  for (const time of times) {
    if (time === null) continue;
    if (first === null || time < first) first = time;
    if (last === null || time > last) last = time;
  }
  return { first, last };
}
