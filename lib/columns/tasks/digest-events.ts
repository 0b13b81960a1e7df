import type { Bits } from '../bits';
import { digestRows, type RowsDigest } from '../rows-digest';
import type { ScanTask } from './task';

interface Input {
  readonly segment: number;
  readonly rows: number;
  /** Null: all of them. */
  readonly bits: Bits | null;
  readonly count: number;
  /** Events with lower numbers are told apart. */
  readonly bound: number;
}

interface Digests {
  readonly below: RowsDigest;
  readonly others: RowsDigest;
}

/** Makes a digest of events, which tells whether others are the same. */
export const digestEvents: ScanTask<Input, Digests> = {
  cost: ({ count }) => count * 2,
  run: ({ segment, rows, bits, bound }) => digestRows(segment, rows, bits, bound),
};
