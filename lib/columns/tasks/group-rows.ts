import { type Bits, eachBit } from '../bits';
import type { Codes } from '../codes';
import { type GroupPart, GroupPartBuilder, type Shares, shareOf } from '../group-part';
import { GroupTable, type Measuring } from '../group-table';
import type { ScanTask } from './task';

/** A column that events are grouped by. */
export interface KeyColumn {
  readonly codes: Codes;
  /** By code, beginning with code 1: the number of the value in all segments. */
  readonly numbers: Uint32Array;
  /** How many values there are in all segments. */
  readonly size: number;
}

/** Stretches of time that events are grouped by too: from `start` on, each so wide, in microseconds. */
export interface KeyTimes {
  readonly times: Float64Array;
  readonly start: number;
  readonly width: number;
  readonly buckets: number;
}

/** A column whose numbers are added up: by code or, without codes, by row; NaN for none. */
export interface MeasuredColumn extends Measuring {
  readonly codes: Codes | null;
  readonly numbers: Float64Array;
}

interface Input {
  readonly bits: Bits;
  readonly count: number;
  /** All combinations of their values must stay below 2^53: see `combinationsOf`. */
  readonly keys: readonly KeyColumn[];
  /** A first key: 0 for no time, or one outside, then the stretches from 1 on. */
  readonly stretches: KeyTimes | null;
  readonly measured: readonly MeasuredColumn[];
  readonly shares: Shares;
}

/** Events that are worked on at a time, one step after the other. */
const BATCH = 16_384;
/** As many groups as a table can have whose memory is in reach of the processor. */
const TABLE_GROUPS = 32_768;
/** Where a full table holds this many events a group, it is worth growing: what is grouped here need not be merged. */
const EVENTS_PER_GROUP = 2;

/**
 * Groups the events of a segment by the values of columns, and adds up numbers of each group. A group's key is its stretch
 * and then, for each column, the number of its value in all segments plus one, or 0 for none: see `packKey`. Where nearly
 * every event is a group of its own, a group may be given more than once, since adding up is left to who merges.
 */
export const groupRows: ScanTask<Input, GroupPart> = {
  cost: ({ count, keys, measured }) => count * (2 + keys.length + measured.length),
  run(input) {
    const grouping = new Grouping(input);
    const rows = new Uint32Array(BATCH);
    let used = 0;
    eachBit(input.bits, (row) => {
      rows[used] = row;
      used += 1;
      if (used < BATCH) return;
      grouping.add(rows, used);
      used = 0;
    });
    grouping.add(rows, used);
    return grouping.finish();
  },
};

/** How many combinations of stretches and values there are; more than `Number.MAX_SAFE_INTEGER` cannot be told apart. */
export function combinationsOf(sizes: readonly number[], stretches: Pick<KeyTimes, 'buckets'> | null): number {
  return sizes.reduce((product, size) => product * (size + 1), (stretches?.buckets ?? 0) + 1);
}

class Grouping {
  private readonly keys = new Float64Array(BATCH);
  private readonly numbers = new Float64Array(BATCH);
  private readonly table: GroupTable;
  private readonly part: GroupPartBuilder;
  private inTable = 0;
  private full = TABLE_GROUPS;

  constructor(private readonly input: Input) {
    const { count, keys, stretches, measured } = input;
    const sizes = keys.map(({ size }) => size);
    const combinations = combinationsOf(sizes, stretches);
    this.table = new GroupTable(Math.min(count, combinations, TABLE_GROUPS + BATCH), combinations, measured);
    this.part = new GroupPartBuilder(measured);
  }

  /** Adds the first `used` of the rows, at most a batch; the list is used up. */
  add(rows: Uint32Array, used: number): void {
    this.packKeys(rows, used);
    const count = this.input.shares.passes === 1 ? used : this.ofThisPass(rows, used);
    const groups = this.table.groupsOf(this.keys, 0, count);
    const { counts, measures } = this.table;
    for (let at = 0; at < count; at += 1) {
      const group = groups[at] ?? 0;
      counts[group] = (counts[group] ?? 0) + 1;
    }
    for (const [index, measured] of this.input.measured.entries()) {
      measures[index]?.addNumbers(groups, this.numbersOf(measured, rows, count), count);
    }
    this.inTable += count;
    if (this.table.size < this.full) return;
    if (this.inTable < this.table.size * EVENTS_PER_GROUP) this.flush();
    else this.full *= 2;
  }

  finish(): GroupPart {
    this.flush();
    return this.part.finish(this.input.shares);
  }

  private flush(): void {
    this.part.addTable(this.table);
    this.table.clear();
    this.inTable = 0;
  }

  private packKeys(rows: Uint32Array, used: number): void {
    const { keys, stretches } = this.input;
    const packed = this.keys;
    for (let at = 0; at < used; at += 1) packed[at] = stretches === null ? 0 : stretchOf(stretches, rows[at] ?? 0);
    for (const { codes, numbers, size } of keys) {
      for (let at = 0; at < used; at += 1) {
        const code = codes[rows[at] ?? 0] ?? 0;
        packed[at] = (packed[at] ?? 0) * (size + 1) + (code === 0 ? 0 : (numbers[code - 1] ?? 0) + 1);
      }
    }
  }

  /** Moves the rows whose keys this pass looks at to the front; answers how many they are. */
  private ofThisPass(rows: Uint32Array, used: number): number {
    const { shares } = this.input;
    let count = 0;
    for (let at = 0; at < used; at += 1) {
      const key = this.keys[at] ?? 0;
      const share = shareOf(key, shares);
      if (share < 0 || share >= shares.shares) continue;
      this.keys[count] = key;
      rows[count] = rows[at] ?? 0;
      count += 1;
    }
    return count;
  }

  private numbersOf({ codes, numbers }: MeasuredColumn, rows: Uint32Array, count: number): Float64Array {
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] ?? 0;
      this.numbers[at] = numbers[codes === null ? row : (codes[row] ?? 0)] ?? Number.NaN;
    }
    return this.numbers;
  }
}

function stretchOf({ times, start, width, buckets }: KeyTimes, row: number): number {
  const stretch = Math.floor(((times[row] ?? Number.NaN) - start) / width);
  return stretch >= 0 && stretch < buckets ? stretch + 1 : 0;
}
