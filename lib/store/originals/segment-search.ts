import type { Hunt } from '@/lib/originals';
import { columnEngine } from '../columns/column-engine';
import { KeptValues } from '../columns/kept-values';
import { SegmentHits } from '../segment-hits';
import { type SegmentSpan, segmentVersion } from '../segment-span';

const kept = new KeptValues<SegmentSearch>(() => columnEngine().cache.budget);

/**
 * How far a search has come in one segment: which blocks were looked through, and what was found in them. A question that
 * leaves out some blocks leaves the rest to those that come after it.
 */
export class SegmentSearch {
  readonly hits: SegmentHits;
  /** By place among the segment's blocks: 1 where all pieces in it were looked at, or the filters say that none can be it. */
  readonly done: Uint8Array;
  /** Events in several pieces that were looked at as a whole. */
  readonly joined: SegmentHits;
  /** What is being looked through just now, by whomever. */
  readonly running = new Map<string, Promise<unknown>>();

  constructor(segment: SegmentSpan, blocks: number) {
    this.hits = new SegmentHits(segment.id, segment.numbers);
    this.joined = new SegmentHits(segment.id, segment.numbers);
    this.done = new Uint8Array(blocks);
  }
}

/** The search for something in a segment of so many blocks, begun or gone on with. */
export function segmentSearch({ key }: Hunt, segment: SegmentSpan, blocks: number): SegmentSearch {
  const name = `${segmentVersion(segment)} ${key}`;
  const known = kept.get(name);
  if (known !== undefined) return known;
  const search = new SegmentSearch(segment, blocks);
  kept.set(name, search, search.hits.weight + search.joined.weight + blocks);
  return search;
}
