import {
  huntPieces,
  mergePieces,
  type PackedPieces,
  type PieceList,
  type Sought,
  unpackPieces,
  withoutEvents,
} from '@/lib/originals';
import { type PackedBlock, preparedHunt, unpack } from './packed-block';
import type { ScanTask } from './task';

interface Input {
  readonly block: PackedBlock;
  /** The pieces with which events open in it, in order of their offsets. */
  readonly opening: PackedPieces | PieceList;
  readonly hunts: readonly PiecesHunt[];
}

/** What is sought in a block, and which pieces to look at besides those with which events open, or not to look at. */
export interface PiecesHunt {
  readonly sought: Sought;
  readonly further: PieceList;
  /** Numbers of events. */
  readonly without: readonly number[];
}

/** Finds the events of which a piece in a block is what is sought: a list for each of the sought. */
export const searchBlock: ScanTask<Input, readonly Int32Array[]> = {
  cost: ({ block, hunts }) => block.length * hunts.length,
  run({ block, opening, hunts }) {
    const raw = unpack(block);
    const own = opening instanceof Int32Array ? opening : unpackPieces(opening);
    return hunts.map(({ sought, further, without }) => {
      const pieces = mergePieces(withoutEvents(own, new Set(without)), further);
      return Int32Array.from(huntPieces(preparedHunt(sought), raw, pieces));
    });
  },
};
