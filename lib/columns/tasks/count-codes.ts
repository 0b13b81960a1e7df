import { type Bits, eachBit } from '../bits';
import type { Codes } from '../codes';
import type { ScanTask } from './task';

interface Input {
  /** The events to count. */
  readonly bits: Bits;
  readonly count: number;
  readonly codes: Codes;
  /** How many values the dictionary has. */
  readonly values: number;
}

/** Counts events by the value of a column: a number for each code, the first for events without a value. */
export const countCodes: ScanTask<Input, Uint32Array> = {
  cost: ({ count, values }) => count + values,
  run({ bits, codes, values }) {
    const counts = new Uint32Array(values + 1);
    eachBit(bits, (row) => {
      const code = codes[row] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    });
    return counts;
  },
};
