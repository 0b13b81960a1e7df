import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Bits } from '@/lib/columns';
import { huntFor, type Sought } from '@/lib/originals';
import type { SegmentHits } from '../segment-hits';
import type { SegmentSpan } from '../segment-span';
import { piecedEvents } from './pieced-events';
import { planUnits } from './plan-units';
import { runUnits, type SearchTools } from './run-units';
import { isOpen, type SearchedSegment, type SearchUnit, type SegmentHunt, unitKey } from './search-unit';
import { searchableBlocks } from './searchable-blocks';
import { segmentSearch } from './segment-search';

/** Where something is sought. */
export interface SearchPlace {
  readonly sought: Sought;
  readonly segment: SegmentSpan;
  /** The events that matter; null = all. Of others may come out whatever was found before. */
  readonly possible: Bits | null;
}

/** Bytes, unpacked, that are fetched at a time. */
const BATCH_BYTES = 4 * 1024 ** 2;
/** While one batch is searched, the next is fetched. */
const BATCHES_AT_ONCE = 2;

export interface SearchProgress {
  /** Blocks, of those that hold events that the question is about. */
  readonly searched: number;
  readonly blocks: number;
}

/**
 * Looks for texts, expressions and paths in the originals of events, block by block, the newest first or the oldest. What was
 * found stays for the next question; two that are asked at once share the work.
 */
export class OriginalSearch {
  private constructor(
    private readonly tools: SearchTools,
    private readonly hits: ReadonlyMap<Sought, readonly SegmentHits[]>,
    private waiting: readonly SearchUnit[],
    private readonly blocks: number,
    /** False when the filters cannot help: every block is read. */
    readonly prunes: boolean,
  ) {}

  /** Finds out what is to be read. */
  static async open(tools: SearchTools, places: readonly SearchPlace[]): Promise<OriginalSearch> {
    const bySegment = new Map<SegmentSpan, SearchPlace[]>();
    for (const place of places) bySegment.set(place.segment, [...(bySegment.get(place.segment) ?? []), place]);
    const hunts = new Map([...new Set(places.map(({ sought }) => sought))].map((sought) => [sought, huntFor(sought)]));
    const hits = new Map<Sought, SegmentHits[]>([...hunts.keys()].map((sought) => [sought, []]));
    const units: SearchUnit[] = [];
    let count = 0;
    const lists = await searchableBlocks(tools.reader, [...bySegment.keys()]);
    for (const [index, [segment, wanted]] of [...bySegment].entries()) {
      const blocks = lists[index] ?? [];
      const searched: SearchedSegment = { segment, blocks, pieced: await piecedEvents(tools.reader, segment) };
      const own = wanted.map(({ sought }): SegmentHunt => {
        const hunt = hunts.get(sought) ?? huntFor(sought);
        const search = segmentSearch(hunt, segment, blocks.length);
        hits.get(sought)?.push(search.hits);
        return { sought, hunt, search };
      });
      const plan = await planUnits(tools.reader, searched, own, wanted[0]?.possible ?? null);
      units.push(...plan.units);
      count += plan.blocks;
    }
    const prunes = [...hunts.values()].every((hunt) => hunt.prunes);
    return new OriginalSearch(tools, hits, units, count, prunes);
  }

  /** Units that are still to be searched. */
  get left(): number {
    return this.waiting.length;
  }

  get isDone(): boolean {
    return this.waiting.length === 0;
  }

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
    this.waiting = [...this.waiting].sort((one, other) => nearest(one, descending) - nearest(other, descending));
  }

  /**
   * Nothing that is not searched yet can tell of an event that comes before this time (in the order of `sort`, in
   * microseconds); infinite when there is nothing left with a time.
   */
  bound(descending: boolean): number {
    const nearestLeft = this.waiting.reduce(
      (least, unit) => Math.min(least, nearest(unit, descending)),
      Number.POSITIVE_INFINITY,
    );
    return descending ? -nearestLeft : nearestLeft;
  }

  /** Searches so many of the next units, or all. Errors as the reader's, and `Cancelled`. */
  async step(units: number = this.waiting.length): Promise<void> {
    const next = this.waiting.slice(0, units);
    for (
      let open = next;
      open.length > 0;
      open = next.filter((unit) => unit.hunts.some((hunt) => isOpen(unit, hunt)))
    ) {
      await this.runOpen(open);
    }
    this.waiting = this.waiting.slice(next.length);
  }

  /** Runs what nobody else runs, and waits for the others: who may be cancelled or too slow, then it is our turn. */
  private async runOpen(units: readonly SearchUnit[]): Promise<void> {
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
      for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) await this.runBatch(batch);
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
function nearest({ first, last }: SearchUnit, descending: boolean): number {
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
