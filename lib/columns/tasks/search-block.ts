import { huntPieces, type PieceList, type Sought } from '@/lib/originals';
import { type PackedBlock, preparedHunt, unpack } from './packed-block';
import type { ScanTask } from './task';

interface Input {
  readonly block: PackedBlock;
  /** The pieces to look at for each of the sought, in order of their offsets. */
  readonly hunts: readonly { readonly sought: Sought; readonly pieces: PieceList }[];
}

/** Finds the events of which a piece in a block is what is sought: a list for each of the sought. */
export const searchBlock: ScanTask<Input, readonly (readonly number[])[]> = {
  cost: ({ block, hunts }) => block.length * hunts.length,
  run({ block, hunts }) {
    const open = unpack(block);
    return hunts.map(({ sought, pieces }) => huntPieces(preparedHunt(sought), open, pieces));
  },
};
