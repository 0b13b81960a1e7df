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
    const cells = Array.from({ length: this.cells.size }, (_none, cell) => cell);
    cells.sort((a, b) => this.cells.keyOf(a) - this.cells.keyOf(b));
    const rows: TallyRow[] = [];
    for (let at = 0; at < cells.length; ) {
      const group = this.groupOf(cells[at] ?? 0);
      let end = at + 1;
      while (end < cells.length && this.groupOf(cells[end] ?? 0) === group) end += 1;
      rows.push(this.row(group, cells.slice(at, end), textsOf(group)));
      at = end;
    }
    return { rows, leftOut: this.leftOut };
  }

  private row(group: number, cells: readonly number[], key: readonly string[]): TallyRow {
    const { sum } = this.tally;
    return {
      key,
      buckets: Uint32Array.from(cells, (cell) => this.cells.keyOf(cell) % BUCKETS),
      counts: Uint32Array.from(cells, (cell) => this.counts[cell] ?? 0),
      sums: sum === undefined ? new Float64Array(0) : Float64Array.from(cells, (cell) => this.sums[cell] ?? 0),
      first: this.first[group] ?? 0,
      last: this.last[group] ?? 0,
    };
  }

  private groupOf(cell: number): number {
    return Math.floor(this.cells.keyOf(cell) / BUCKETS);
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
