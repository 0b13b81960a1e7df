import type { Hunt } from '@/lib/originals';
import { LeastRecentlyUsed } from '../least-recently-used';
import { SegmentHits } from '../segment-hits';
import { type SegmentSpan, segmentVersion } from '../segment-span';

const LOOKED_MIN = 8;
const EVERYWHERE_SHARE = 0.75;
const BYTES_MAX = 48 * 1024 ** 2;
const kept = new LeastRecentlyUsed<string, SegmentSearch>(BYTES_MAX);

/**
 * How far a search has come in one segment: which blocks were looked through, and what was found in them. A question that
 * leaves out some blocks leaves the rest to those that come after it.
 */
export class SegmentSearch {
  readonly hits: SegmentHits;
  /** By place among the segment's blocks: 1 where all pieces in it were looked at, or the filters say that none can be it. */
  readonly done: Uint8Array;
  /** Events in several pieces that were looked at as a whole. */
  readonly joined = new Set<number>();
  /** Blocks that were read to see whether they hold what is sought, and those that did. */
  looked = 0;
  held = 0;
  /** What is being looked through just now, by whomever. */
  readonly running = new Map<string, Promise<unknown>>();

  constructor(segment: SegmentSpan, blocks: number) {
    this.hits = new SegmentHits(segment.id, segment.numbers);
    this.done = new Uint8Array(blocks);
  }

  /** Whether it is not worth looking first, as nearly every block holds it. */
  get isEverywhere(): boolean {
    return this.looked >= LOOKED_MIN && this.held > this.looked * EVERYWHERE_SHARE;
  }
}

/** The search for something in a segment of so many blocks, begun or gone on with. */
export function segmentSearch({ key }: Hunt, segment: SegmentSpan, blocks: number): SegmentSearch {
  const name = `${segmentVersion(segment)} ${key}`;
  const known = kept.get(name);
  if (known !== undefined) return known;
  const search = new SegmentSearch(segment, blocks);
  kept.set(name, search, search.hits.weight + blocks + name.length * 2 + 200);
  return search;
}
