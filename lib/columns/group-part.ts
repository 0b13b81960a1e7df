import type { GroupMeasures, GroupTable, Measuring } from './group-table';
import { classOf } from './mix';

/**
 * Groups of a part of the events, in memory that threads share. The keys are in shares, one behind the other, so that each
 * share can be merged with the same share of other parts by itself. A key may occur more than once.
 */
export interface GroupPart {
  readonly keys: Float64Array;
  readonly counts: Uint32Array;
  readonly measures: readonly GroupMeasures[];
  /** Where each share ends. */
  readonly ends: Uint32Array;
}

/** How keys are dealt out. They are looked at in passes where all together would take too much memory. */
export interface Shares {
  /** Shares of one pass. */
  readonly shares: number;
  readonly passes: number;
  /** From 0 on. */
  readonly pass: number;
}

/** The share of a key in a pass; outside 0 to `shares` when another pass looks at it. */
export function shareOf(key: number, { shares, passes, pass }: Shares): number {
  return classOf(key, shares * passes) - pass * shares;
}

/** Collects groups. */
export class GroupPartBuilder {
  private keys = sharedNumbers(0);
  private counts = sharedCounts(0);
  private measures: readonly GroupMeasures[];
  private used = 0;

  constructor(private readonly measured: readonly Measuring[]) {
    this.measures = measured.map((one) => makeMeasures(0, one));
  }

  /** Adds all groups of a table. */
  addTable(table: GroupTable): void {
    const from = this.used;
    const { size } = table;
    this.grow(from + size);
    for (let group = 0; group < size; group += 1) this.keys[from + group] = table.keyOf(group);
    this.counts.set(table.counts.subarray(0, size), from);
    for (const [index, into] of this.measures.entries()) {
      const own = table.measures[index];
      if (own !== undefined) copyMeasures(into, own, size, from);
    }
    this.used += size;
  }

  /** Adds one group; nothing is measured of it. */
  add(key: number, count: number): void {
    this.grow(this.used + 1);
    this.keys[this.used] = key;
    this.counts[this.used] = count;
    this.used += 1;
  }

  /** The groups dealt out to the shares, by counting how many each gets. */
  finish(shares: Shares): GroupPart {
    const { used } = this;
    const ends = sharedCounts(shares.shares);
    const own = new Uint16Array(used);
    for (let at = 0; at < used; at += 1) {
      const share = shareOf(this.keys[at] ?? 0, shares);
      own[at] = share;
      ends[share] = (ends[share] ?? 0) + 1;
    }
    const places = new Uint32Array(used);
    const next = startsOf(ends);
    for (let at = 0; at < used; at += 1) {
      const share = own[at] ?? 0;
      places[at] = next[share] ?? 0;
      next[share] = (next[share] ?? 0) + 1;
    }
    ends.set(next);
    return {
      keys: placed(this.keys, sharedNumbers(used), places),
      counts: placed(this.counts, sharedCounts(used), places),
      measures: this.measures.map(({ counts, sums, minima, maxima }, index) => {
        const into = makeMeasures(used, this.measured[index] ?? { extremes: false });
        return {
          counts: placed(counts, into.counts, places),
          sums: placed(sums, into.sums, places),
          minima: placed(minima, into.minima, places),
          maxima: placed(maxima, into.maxima, places),
        };
      }),
      ends,
    };
  }

  private grow(size: number): void {
    if (size <= this.keys.length) return;
    const room = Math.max(size, this.keys.length * 2);
    const { used } = this;
    const [keys, counts] = [sharedNumbers(room), sharedCounts(room)];
    keys.set(this.keys.subarray(0, used));
    counts.set(this.counts.subarray(0, used));
    this.keys = keys;
    this.counts = counts;
    this.measures = this.measures.map((old, index) => {
      const measures = makeMeasures(room, this.measured[index] ?? { extremes: false });
      copyMeasures(measures, old, used, 0);
      return measures;
    });
  }
}

function makeMeasures(room: number, { extremes }: Measuring): GroupMeasures {
  return {
    counts: sharedCounts(room),
    sums: sharedNumbers(room),
    minima: sharedNumbers(extremes ? room : 0),
    maxima: sharedNumbers(extremes ? room : 0),
  };
}

function copyMeasures(into: GroupMeasures, own: GroupMeasures, size: number, from: number): void {
  into.counts.set(own.counts.subarray(0, size), from);
  into.sums.set(own.sums.subarray(0, size), from);
  if (own.minima.length === 0) return;
  into.minima.set(own.minima.subarray(0, size), from);
  into.maxima.set(own.maxima.subarray(0, size), from);
}

function startsOf(counts: Uint32Array): Uint32Array {
  const starts = new Uint32Array(counts.length);
  for (let share = 1; share < starts.length; share += 1) {
    starts[share] = (starts[share - 1] ?? 0) + (counts[share - 1] ?? 0);
  }
  return starts;
}

/** Each item at its place; an empty list stays empty. */
function placed<List extends Uint32Array | Float64Array>(list: List, into: List, places: Uint32Array): List {
  if (into.length === 0) return into;
  for (let at = 0; at < places.length; at += 1) into[places[at] ?? 0] = list[at] ?? 0;
  return into;
}

function sharedNumbers(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * 8));
}

function sharedCounts(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * 4));
}
