import { setImmediate as letOthersRun } from 'node:timers/promises';
import { type Hunt, huntFor, type Sought } from '@/lib/originals';
import type { SegmentHits } from '../segment-hits';
import { bySegment, planSegments, type SearchPlace, type SegmentPlaces } from './plan-segments';
import { runUnits, type SearchTools } from './run-units';
import { isOpen, type SearchUnit, unitKey } from './search-unit';

/** Bytes, unpacked, that are fetched at a time. */
const BATCH_BYTES = 4 * 1024 ** 2;
/** While the threads search some batches, the next are fetched. */
const BATCHES_AT_ONCE = 4;

export interface SearchProgress {
  /** Blocks, of those that hold events that the question is about. */
  readonly searched: number;
  readonly blocks: number;
}

/** Segments that are looked at first; then as many as before. */
const SEGMENTS_FIRST = 2;

/**
 * Looks for texts, expressions and paths in the originals of events, block by block, the newest first or the oldest. What was
 * found stays for the next question; two that are asked at once share the work.
 */
export class OriginalSearch {
  private readonly hunts: ReadonlyMap<Sought, Hunt>;
  private readonly hits = new Map<Sought, SegmentHits[]>();
  /** Segments of which the blocks are not known yet. */
  private later: readonly SegmentPlaces[];
  private planned = 0;
  private waiting: readonly SearchUnit[] = [];
  private blocks = 0;
  private descending = true;
  /** False when the filters cannot help: every block is read. */
  readonly prunes: boolean;

  constructor(
    private readonly tools: SearchTools,
    places: readonly SearchPlace[],
  ) {
    this.hunts = new Map(places.map(({ sought }) => [sought, huntFor(sought)]));
    this.prunes = [...this.hunts.values()].every((hunt) => hunt.prunes);
    this.later = bySegment(places);
  }

  /** Finds out what is to be read in all segments: how many units are to be searched. */
  async plan(): Promise<number> {
    await this.planSome(this.later.length);
    return this.waiting.length;
  }

  get isDone(): boolean {
    return this.waiting.length === 0 && this.later.length === 0;
  }

  /** How far the search of the segments is that were looked at until now. */
  get progress(): SearchProgress {
    const left = this.waiting.filter(({ kind }) => kind === 'block').length;
    return { searched: Math.max(0, this.blocks - left), blocks: this.blocks };
  }

  /** What was found of the sought until now, by segment. */
  hitsOf(sought: Sought): readonly SegmentHits[] {
    return this.hits.get(sought) ?? [];
  }

  /** What comes first is searched first: the newest, or the oldest; what has no time last. */
  sort(descending: boolean): void {
    this.descending = descending;
    this.waiting = this.sorted(this.waiting);
    this.later = [...this.later].sort(
      ({ segment: one }, { segment: other }) => nearest(one, descending) - nearest(other, descending),
    );
  }

  /**
   * Nothing that is not searched yet can tell of an event that comes before this time (in the order of `sort`, in
   * microseconds); infinite when there is nothing left with a time.
   */
  bound(descending: boolean): number {
    const left = [...this.waiting, ...this.later.map(({ segment }) => segment)];
    const nearestLeft = left.reduce(
      (least, one) => Math.min(least, nearest(one, descending)),
      Number.POSITIVE_INFINITY,
    );
    return descending ? -nearestLeft : nearestLeft;
  }

  /**
   * Searches so many of the next units, or all; what is not begun at a time (of `Date.now`) is left for later. Errors as the
   * reader's, and `Cancelled`.
   */
  async step(units = Number.POSITIVE_INFINITY, until = Number.POSITIVE_INFINITY): Promise<void> {
    await this.planFor(units);
    const next = this.waiting.slice(0, units);
    const rest = this.waiting.slice(units);
    let open = next;
    while (open.length > 0 && Date.now() < until) {
      await this.runOpen(open, until);
      open = next.filter((unit) => unit.hunts.some((hunt) => isOpen(unit, hunt)));
    }
    this.waiting = [...open, ...rest];
  }

  /** Looks at segments until the next units to be searched are known: those of a segment may come before those of others. */
  private async planFor(units: number): Promise<void> {
    for (;;) {
      const [segment] = this.later;
      const last = this.waiting[units - 1];
      if (segment === undefined) return;
      if (last !== undefined && nearest(last, this.descending) <= nearest(segment.segment, this.descending)) return;
      const isAll = !Number.isFinite(units);
      await this.planSome(isAll ? this.later.length : Math.max(SEGMENTS_FIRST, this.planned));
    }
  }

  private async planSome(count: number): Promise<void> {
    const some = this.later.slice(0, count);
    if (some.length === 0) return;
    const { units, blocks, hits } = await planSegments(this.tools.reader, this.hunts, some);
    this.later = this.later.slice(some.length);
    this.planned += some.length;
    this.blocks += blocks;
    this.waiting = this.sorted([...this.waiting, ...units]);
    for (const [sought, found] of hits) {
      const known = this.hits.get(sought);
      if (known === undefined) this.hits.set(sought, [found]);
      else known.push(found);
    }
  }

  private sorted(units: readonly SearchUnit[]): readonly SearchUnit[] {
    return [...units].sort((one, other) => nearest(one, this.descending) - nearest(other, this.descending));
  }

  /** Runs what nobody else runs, and waits for the others: who may be cancelled or too slow, then it is our turn. */
  private async runOpen(units: readonly SearchUnit[], until: number): Promise<void> {
    const mine: SearchUnit[] = [];
    const others = new Set<Promise<unknown>>();
    for (const unit of units) {
      const hunts = unit.hunts.filter((hunt) => isOpen(unit, hunt));
      const free = hunts.filter(({ search }) => {
        const running = search.running.get(unitKey(unit));
        if (running !== undefined) others.add(running);
        return running === undefined;
      });
      const [first] = free;
      if (first !== undefined)
        mine.push(unit.kind === 'block' ? { ...unit, hunts: free } : { ...unit, hunts: [first] });
    }
    const batches = batchesOf(mine);
    const workers = Array.from({ length: BATCHES_AT_ONCE }, async () => {
      for (let batch = batches.shift(); batch !== undefined && Date.now() < until; batch = batches.shift()) {
        await this.runBatch(batch);
      }
    });
    const results = await Promise.allSettled(workers);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
    await Promise.allSettled(others);
  }

  private async runBatch(claimed: readonly SearchUnit[]): Promise<void> {
    // Between the claim and now somebody else may have begun with it.
    const batch = claimed.filter((unit) => unit.hunts.every(({ search }) => !search.running.has(unitKey(unit))));
    if (batch.length === 0) return;
    const work = runUnits(this.tools, batch);
    for (const unit of batch) for (const { search } of unit.hunts) search.running.set(unitKey(unit), work);
    try {
      await work;
    } finally {
      for (const unit of batch) for (const { search } of unit.hunts) search.running.delete(unitKey(unit));
    }
    await letOthersRun();
  }
}

/** Smaller is earlier in the order. */
function nearest({ first, last }: Pick<SearchUnit, 'first' | 'last'>, descending: boolean): number {
  if (first === null || last === null) return Number.POSITIVE_INFINITY;
  return descending ? -last : first;
}

function batchesOf(units: readonly SearchUnit[]): SearchUnit[][] {
  const batches: SearchUnit[][] = [];
  let left = 0;
  for (const unit of units) {
    if (left <= 0) {
      batches.push([]);
      left = BATCH_BYTES;
    }
    batches.at(-1)?.push(unit);
    left -= unit.kind === 'block' ? unit.block.length : BATCH_BYTES;
  }
  return batches;
}
