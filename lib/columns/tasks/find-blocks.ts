import { mayHold, type Sought } from '@/lib/originals';
import { type PackedBlock, preparedHunt, unpack } from './packed-block';
import type { ScanTask } from './task';

interface Input {
  readonly block: PackedBlock;
  readonly sought: readonly Sought[];
}

/** Finds out what of the sought a block can hold: a boolean for each. */
export const findBlocks: ScanTask<Input, readonly boolean[]> = {
  cost: ({ block, sought }) => block.length * sought.length,
  run({ block, sought }) {
    const raw = unpack(block);
    return sought.map((one) => mayHold(preparedHunt(one), raw));
  },
};
