import { type Bits, eachBit } from '../bits';
import type { ScanTask } from './task';

interface Input {
  readonly bits: Bits;
  readonly count: number;
  readonly times: Float64Array;
}

export interface Extent {
  /** The first and the last time in microseconds; null when no event has one. */
  readonly first: number | null;
  readonly last: number | null;
  /** Events without a time. */
  readonly untimed: number;
}

/** Finds the first and the last time of events. */
export const findExtent: ScanTask<Input, Extent> = {
  cost: ({ count }) => count,
  run({ bits, times }) {
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    let untimed = 0;
    eachBit(bits, (row) => {
      const time = times[row] ?? Number.NaN;
      if (Number.isNaN(time)) untimed += 1;
      if (time < first) first = time;
      if (time > last) last = time;
    });
    return first > last ? { first: null, last: null, untimed } : { first, last, untimed };
  },
};
