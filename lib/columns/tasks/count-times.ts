import { type Bits, eachBit } from '../bits';
import type { Codes } from '../codes';
import type { ScanTask } from './task';

interface Input {
  readonly bits: Bits;
  readonly count: number;
  readonly times: Float64Array;
  /** The start of the first bucket and the width of each, in microseconds. */
  readonly start: number;
  readonly width: number;
  readonly buckets: number;
  /** What each bucket is split by: the group of each code of a column; null = one group. */
  readonly split: { readonly codes: Codes; readonly groupOf: Uint8Array } | null;
  readonly groups: number;
}

/** Counts events by time: `groups` numbers for each bucket, bucket after bucket. Times outside the buckets are left out. */
export const countTimes: ScanTask<Input, Uint32Array> = {
  cost: ({ count }) => count * 2,
  run({ bits, times, start, width, buckets, split, groups }) {
    const counts = new Uint32Array(buckets * groups);
    eachBit(bits, (row) => {
      const bucket = Math.floor(((times[row] ?? Number.NaN) - start) / width);
      if (!(bucket >= 0 && bucket < buckets)) return;
      const group = split === null ? 0 : (split.groupOf[split.codes[row] ?? 0] ?? 0);
      const place = bucket * groups + group;
      counts[place] = (counts[place] ?? 0) + 1;
    });
    return counts;
  },
};
