import { type Bits, eachBit } from '../bits';
import type { Codes } from '../codes';
import { GroupIndex } from '../group-index';
import type { ScanTask } from './task';

/** A column that events are grouped by; `values` is how many its dictionary has. */
export interface KeyColumn {
  readonly codes: Codes;
  readonly values: number;
}

/** Stretches of time that events are grouped by too: from `start` on, each so wide, in microseconds. */
export interface KeyTimes {
  readonly times: Float64Array;
  readonly start: number;
  readonly width: number;
  readonly buckets: number;
}

/** A column whose numbers are added up: by code or, without codes, by row; NaN for none. */
export interface MeasuredColumn {
  readonly codes: Codes | null;
  readonly numbers: Float64Array;
}

interface Input {
  readonly bits: Bits;
  readonly count: number;
  /** The product of their dictionaries' sizes must stay below 2^53: see `keysFit`. */
  readonly keys: readonly KeyColumn[];
  /** A first key: 0 for no time, or one outside, then the stretches from 1 on. */
  readonly stretches: KeyTimes | null;
  readonly measured: readonly MeasuredColumn[];
}

/** What was found of a measured column in each group. */
export interface GroupMeasures {
  /** Events that have a number. */
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  /** Infinities where there is none. */
  readonly minima: Float64Array;
  readonly maxima: Float64Array;
}

/** The groups of a segment's events; all lists have an item for each group. */
export interface GroupedRows {
  /** For each key column the code of each group. */
  readonly codes: readonly Uint32Array[];
  /** The stretch of each group; empty when they were not asked for. */
  readonly stretches: Uint32Array;
  readonly counts: Float64Array;
  readonly measures: readonly GroupMeasures[];
}

/** Groups events by the values of columns, and adds up numbers of each group. */
export const groupRows: ScanTask<Input, GroupedRows> = {
  cost: ({ count, keys, measured }) => count * (2 + keys.length + measured.length),
  run({ bits, count, keys, stretches, measured }) {
    const combinations = keys.reduce((product, { values }) => product * (values + 1), (stretches?.buckets ?? 0) + 1);
    const index = new GroupIndex(Math.min(count, combinations));
    // The group of each event, in their order: what is added up afterwards needs no look at the keys.
    const rows = new Uint32Array(count);
    const groups = new Uint32Array(count);
    const firsts: number[] = [];
    let at = 0;
    eachBit(bits, (row) => {
      let key = stretches === null ? 0 : stretchOf(stretches, row);
      for (const { codes, values } of keys) key = key * (values + 1) + (codes[row] ?? 0);
      const group = index.numberOf(key);
      if (group === firsts.length) firsts.push(row);
      rows[at] = row;
      groups[at] = group;
      at += 1;
    });
    const counts = new Float64Array(index.size);
    for (const group of groups) counts[group] = (counts[group] ?? 0) + 1;
    return {
      codes: keys.map(({ codes }) => Uint32Array.from(firsts, (row) => codes[row] ?? 0)),
      stretches: stretches === null ? new Uint32Array(0) : Uint32Array.from(firsts, (row) => stretchOf(stretches, row)),
      counts,
      measures: measured.map((column) => measure(column, rows, groups, index.size)),
    };
  },
};

/** Whether so many values in each key column can be told apart by one number. */
export function keysFit(values: readonly number[]): boolean {
  return values.reduce((product, count) => product * (count + 1), 1) <= Number.MAX_SAFE_INTEGER;
}

function stretchOf({ times, start, width, buckets }: KeyTimes, row: number): number {
  const stretch = Math.floor(((times[row] ?? Number.NaN) - start) / width);
  return stretch >= 0 && stretch < buckets ? stretch + 1 : 0;
}

function measure({ codes, numbers }: MeasuredColumn, rows: Uint32Array, groups: Uint32Array, size: number) {
  const counts = new Float64Array(size);
  const sums = new Float64Array(size);
  const minima = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const maxima = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const number = numbers[codes === null ? row : (codes[row] ?? 0)] ?? Number.NaN;
    if (Number.isNaN(number)) continue;
    const group = groups[at] ?? 0;
    counts[group] = (counts[group] ?? 0) + 1;
    sums[group] = (sums[group] ?? 0) + number;
    if (number < (minima[group] ?? 0)) minima[group] = number;
    if (number > (maxima[group] ?? 0)) maxima[group] = number;
  }
  return { counts, sums, minima, maxima };
}
