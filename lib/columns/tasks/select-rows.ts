import { type Bits, countBits } from '../bits';
import { passing, type RowTest } from '../row-test';
import type { ScanTask } from './task';

interface Input {
  readonly rows: number;
  readonly test: RowTest;
}

export interface SelectedRows {
  readonly bits: Bits;
  readonly count: number;
}

/** Finds the events that pass a test. */
export const selectRows: ScanTask<Input, SelectedRows> = {
  cost: ({ rows, test }) => rows * leaves(test),
  run({ rows, test }) {
    const bits = passing(test, rows);
    return { bits, count: countBits(bits) };
  },
};

function leaves(test: RowTest): number {
  if (test.kind === 'and' || test.kind === 'or') return test.of.reduce((sum, part) => sum + leaves(part), 0);
  return test.kind === 'not' ? leaves(test.of) : 1;
}
