import { huntJoined, type PieceList, type Sought } from '@/lib/originals';
import { type PackedBlock, preparedHunt, unpack } from './packed-block';
import type { ScanTask } from './task';

interface Input {
  readonly blocks: readonly PackedBlock[];
  /** The pieces of an event stand together, in the order of its text. */
  readonly pieces: PieceList;
  readonly sought: Sought;
}

/** Finds the events whose pieces, joined, are what is sought. */
export const searchJoined: ScanTask<Input, readonly number[]> = {
  cost: ({ blocks }) => blocks.reduce((sum, { length }) => sum + length, 0),
  run: ({ blocks, pieces, sought }) => huntJoined(preparedHunt(sought), blocks.map(unpack), pieces),
};
