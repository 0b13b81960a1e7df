import { GroupIndex } from '@/lib/columns';
import type { TalliedColumns } from './tallied-columns';
import type { Tally } from './tally';

/** What one tally keeps of a segment; more keys would be no summary of it. */
const KEYS_MAX = 100_000;
const CELLS_MAX = 1_000_000;
/** Above any bucket: seconds since 1970 fit until 2106. */
const BUCKETS = 2 ** 32;
const FIRST = 1024;

/** Counts without the texts of their keys: `groups` says for each row which group it is of. */
export interface CountedGroups extends Omit<TalliedColumns, 'keys'> {
  readonly groups: Uint32Array;
}

/** Counts by group and bucket. Groups are numbered from 0 on, in the order in which they are met. */
export class TallyBuilder {
  private readonly cells = new GroupIndex();
  private counts = new Uint32Array(FIRST);
  private sums = new Float64Array(FIRST);
  private groups = 0;
  private lengths = new Uint32Array(FIRST);
  private first = new Float64Array(FIRST);
  private last = new Float64Array(FIRST);
  private leftOut = 0;

  constructor(private readonly tally: Pick<Tally, 'sum'>) {}

  /** Counts an event; `time` in microseconds. */
  add(group: number, time: number, bucket: number, sum: number): void {
    if (bucket >= BUCKETS || group >= KEYS_MAX || this.cells.size >= CELLS_MAX) {
      this.leaveOut();
      return;
    }
    this.noteGroup(group, time);
    const before = this.cells.size;
    const cell = this.cells.numberOf(group * BUCKETS + bucket);
    if (cell >= this.counts.length) this.growCells();
    if (cell === before) this.lengths[group] = (this.lengths[group] ?? 0) + 1;
    this.counts[cell] = (this.counts[cell] ?? 0) + 1;
    this.sums[cell] = (this.sums[cell] ?? 0) + sum;
  }

  leaveOut(): void {
    this.leftOut += 1;
  }

  finish(): CountedGroups {
    const groups = Uint32Array.from({ length: this.groups }, (_none, group) => group).filter(
      (group) => (this.lengths[group] ?? 0) > 0,
    );
    const lengths = groups.map((group) => this.lengths[group] ?? 0);
    const cells = this.cellsInOrder();
    return {
      groups,
      lengths,
      first: Float64Array.from(groups, (group) => this.first[group] ?? 0),
      last: Float64Array.from(groups, (group) => this.last[group] ?? 0),
      buckets: cells.map((cell) => this.bucketOf(cell)),
      counts: cells.map((cell) => this.counts[cell] ?? 0),
      sums:
        this.tally.sum === undefined ? new Float64Array() : Float64Array.from(cells, (cell) => this.sums[cell] ?? 0),
      leftOut: this.leftOut,
    };
  }

  private noteGroup(group: number, time: number): void {
    if (group >= this.first.length) this.growGroups(group);
    if (group >= this.groups) {
      this.first.fill(Number.POSITIVE_INFINITY, this.groups, group + 1);
      this.last.fill(Number.NEGATIVE_INFINITY, this.groups, group + 1);
      this.groups = group + 1;
    }
    if ((this.first[group] ?? 0) > time) this.first[group] = time;
    if ((this.last[group] ?? 0) < time) this.last[group] = time;
  }

  /** By group and within it by time. Logs are nearly in order of time, so there is little to sort. */
  private cellsInOrder(): Uint32Array {
    const ends = new Uint32Array(this.groups);
    for (let group = 1; group < this.groups; group += 1) {
      ends[group] = (ends[group - 1] ?? 0) + (this.lengths[group - 1] ?? 0);
    }
    const order = new Uint32Array(this.cells.size);
    for (let cell = 0; cell < order.length; cell += 1) {
      const group = this.groupOf(cell);
      const at = ends[group] ?? 0;
      order[at] = cell;
      ends[group] = at + 1;
    }
    for (let group = 0; group < this.groups; group += 1) {
      const end = ends[group] ?? 0;
      this.sortByBucket(order.subarray(end - (this.lengths[group] ?? 0), end));
    }
    return order;
  }

  private sortByBucket(cells: Uint32Array): void {
    for (let place = 1; place < cells.length; place += 1) {
      if (this.bucketOf(cells[place - 1] ?? 0) > this.bucketOf(cells[place] ?? 0)) {
        cells.sort((a, b) => this.bucketOf(a) - this.bucketOf(b));
        return;
      }
    }
  }

  private groupOf(cell: number): number {
    return Math.floor(this.cells.keyOf(cell) / BUCKETS);
  }

  private bucketOf(cell: number): number {
    return this.cells.keyOf(cell) % BUCKETS;
  }

  private growCells(): void {
    const counts = new Uint32Array(this.counts.length * 2);
    counts.set(this.counts);
    this.counts = counts;
    const sums = new Float64Array(counts.length);
    sums.set(this.sums);
    this.sums = sums;
  }

  private growGroups(group: number): void {
    const room = Math.max(this.first.length * 2, group + 1);
    const lengths = new Uint32Array(room);
    lengths.set(this.lengths);
    this.lengths = lengths;
    const first = new Float64Array(room);
    first.set(this.first);
    this.first = first;
    const last = new Float64Array(room);
    last.set(this.last);
    this.last = last;
  }
}
