import { keyNumbers } from './dense-index';
import type { KeyNumbers } from './group-index';

const ROOM_FIRST = 1024;

/** What is told of the numbers of a column: how many there are and their sum, and only when asked for the least and the most. */
export interface Measuring {
  readonly extremes: boolean;
}

/** What was found of a measured column in each group. */
export interface GroupMeasures {
  /** Events that have a number. */
  readonly counts: Uint32Array | Float64Array;
  readonly sums: Float64Array;
  /** Infinities where there is none; empty when they were not asked for. */
  readonly minima: Float64Array;
  readonly maxima: Float64Array;
}

/** The same over many segments, where 32 bits may not be enough. */
export interface MergedMeasures extends GroupMeasures {
  readonly counts: Float64Array;
}

/** Adds up the numbers of one column in each group. */
export class MeasureTable implements MergedMeasures {
  counts = new Float64Array(0);
  sums = new Float64Array(0);
  minima = new Float64Array(0);
  maxima = new Float64Array(0);

  constructor(private readonly extremes: boolean) {}

  grow(room: number): void {
    this.counts = wider(this.counts, room, 0);
    this.sums = wider(this.sums, room, 0);
    if (!this.extremes) return;
    this.minima = wider(this.minima, room, Number.POSITIVE_INFINITY);
    this.maxima = wider(this.maxima, room, Number.NEGATIVE_INFINITY);
  }

  /** Adds numbers, NaN for none, each to the group at its place. */
  addNumbers(groups: Uint32Array, numbers: Float64Array, used: number): void {
    const { counts, sums, minima, maxima, extremes } = this;
    for (let at = 0; at < used; at += 1) {
      const number = numbers[at] ?? Number.NaN;
      if (Number.isNaN(number)) continue;
      const group = groups[at] ?? 0;
      counts[group] = (counts[group] ?? 0) + 1;
      sums[group] = (sums[group] ?? 0) + number;
      if (!extremes) continue;
      if (number < (minima[group] ?? 0)) minima[group] = number;
      if (number > (maxima[group] ?? 0)) maxima[group] = number;
    }
  }

  /** Adds what was found elsewhere, from place `from` on, each to the group at its place. */
  addMeasures(groups: Uint32Array, found: GroupMeasures, from: number, used: number): void {
    const { counts, sums, minima, maxima, extremes } = this;
    for (let at = 0; at < used; at += 1) {
      const group = groups[at] ?? 0;
      counts[group] = (counts[group] ?? 0) + (found.counts[from + at] ?? 0);
      sums[group] = (sums[group] ?? 0) + (found.sums[from + at] ?? 0);
      if (!extremes) continue;
      minima[group] = Math.min(minima[group] ?? 0, found.minima[from + at] ?? 0);
      maxima[group] = Math.max(maxima[group] ?? 0, found.maxima[from + at] ?? 0);
    }
  }

  clear(used: number): void {
    this.counts.fill(0, 0, used);
    this.sums.fill(0, 0, used);
    this.minima.fill(Number.POSITIVE_INFINITY, 0, used);
    this.maxima.fill(Number.NEGATIVE_INFINITY, 0, used);
  }
}

/** Groups by key, with their events counted and the numbers of columns added up; grows with the groups. */
export class GroupTable {
  counts = new Float64Array(0);
  readonly measures: readonly MeasureTable[];
  private readonly index: KeyNumbers;
  private groups = new Uint32Array(0);

  /** `expected`: how many groups there will be at most, about; `bound`: all keys are below it. */
  constructor(expected: number, bound: number, measured: readonly Measuring[]) {
    this.index = keyNumbers(expected, bound);
    this.measures = measured.map(({ extremes }) => new MeasureTable(extremes));
    // Room for all at once: growing would copy everything again and again.
    this.grow(expected);
  }

  get size(): number {
    return this.index.size;
  }

  keyOf(group: number): number {
    return this.index.keyOf(group);
  }

  /** The groups of keys, for which there is room then; the list is used again at the next call. */
  groupsOf(keys: Float64Array, from: number, used: number): Uint32Array {
    if (this.groups.length < used) this.groups = new Uint32Array(used);
    const { index, groups } = this;
    for (let at = 0; at < used; at += 1) groups[at] = index.numberOf(keys[from + at] ?? 0);
    this.grow(index.size);
    return groups;
  }

  clear(): void {
    this.counts.fill(0, 0, this.size);
    for (const measure of this.measures) measure.clear(this.size);
    this.index.clear();
  }

  private grow(size: number): void {
    if (size <= this.counts.length) return;
    const room = Math.max(size, this.counts.length * 2, ROOM_FIRST);
    this.counts = wider(this.counts, room, 0);
    for (const measure of this.measures) measure.grow(room);
  }
}

function wider(list: Float64Array, size: number, rest: number): Float64Array<ArrayBuffer> {
  const made = new Float64Array(size);
  if (rest !== 0) made.fill(rest, list.length);
  made.set(list);
  return made;
}
