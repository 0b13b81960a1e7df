import { GroupIndex } from '@/lib/columns';
import type { Tallied, Tally, TallyRow } from './tally';

/** What one tally keeps of a segment; more keys would be no summary of it. */
const KEYS_MAX = 100_000;
const CELLS_MAX = 1_000_000;
/** Above any bucket: seconds since 1970 fit until 2106. */
const BUCKETS = 2 ** 32;
const FIRST = 1024;

/** Counts by group and bucket. Groups are numbered from 0 on, in the order in which they are met. */
export class TallyBuilder {
  private readonly cells = new GroupIndex();
  private counts = new Uint32Array(FIRST);
  private sums = new Float64Array(FIRST);
  private readonly first: number[] = [];
  private readonly last: number[] = [];
  private leftOut = 0;

  constructor(private readonly tally: Pick<Tally, 'sum'>) {}

  /** Counts an event; `time` in microseconds. */
  add(group: number, time: number, bucket: number, sum: number): void {
    if (bucket >= BUCKETS || group >= KEYS_MAX || this.cells.size >= CELLS_MAX) {
      this.leaveOut();
      return;
    }
    const cell = this.cells.numberOf(group * BUCKETS + bucket);
    if (cell >= this.counts.length) this.grow();
    this.counts[cell] = (this.counts[cell] ?? 0) + 1;
    this.sums[cell] = (this.sums[cell] ?? 0) + sum;
    if (!((this.first[group] ?? Number.POSITIVE_INFINITY) <= time)) this.first[group] = time;
    if (!((this.last[group] ?? Number.NEGATIVE_INFINITY) >= time)) this.last[group] = time;
  }

  leaveOut(): void {
    this.leftOut += 1;
  }

  finish(textsOf: (group: number) => readonly string[] = () => []): Tallied {
    const { size } = this.cells;
    // A cell's key is its group and its bucket, so that these sort by both; numbers sort faster than by a comparison.
    const keys = Float64Array.from({ length: size }, (_none, cell) => this.cells.keyOf(cell)).sort();
    const buckets = new Uint32Array(size);
    const counts = new Uint32Array(size);
    const sums = new Float64Array(this.tally.sum === undefined ? 0 : size);
    for (let place = 0; place < size; place += 1) {
      const key = keys[place] ?? 0;
      const cell = this.cells.numberOf(key);
      buckets[place] = key % BUCKETS;
      counts[place] = this.counts[cell] ?? 0;
      if (sums.length > 0) sums[place] = this.sums[cell] ?? 0;
    }
    const rows: TallyRow[] = [];
    for (let from = 0; from < size; ) {
      const group = groupOf(keys[from] ?? 0);
      let to = from + 1;
      while (to < size && groupOf(keys[to] ?? 0) === group) to += 1;
      rows.push({
        key: textsOf(group),
        buckets: buckets.subarray(from, to),
        counts: counts.subarray(from, to),
        sums: sums.subarray(from, to),
        first: this.first[group] ?? 0,
        last: this.last[group] ?? 0,
      });
      from = to;
    }
    return { rows, leftOut: this.leftOut };
  }

  private grow(): void {
    const counts = new Uint32Array(this.counts.length * 2);
    counts.set(this.counts);
    this.counts = counts;
    const sums = new Float64Array(counts.length);
    sums.set(this.sums);
    this.sums = sums;
  }
}

function groupOf(key: number): number {
  return Math.floor(key / BUCKETS);
}
