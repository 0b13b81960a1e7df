import { type PieceOfBlock, packPieces } from '@/lib/originals';
import type { BlockRow } from './block-row';
import type { Place } from './event-row';

/** A block of a segment that is being written. */
export interface OpenBlock {
  readonly file: number;
  readonly position: number;
  readonly firstLine: number;
  rawLength: number;
  firstN: number;
  events: number;
  from: number | null;
  to: number | null;
  /** By the number of the event behind `firstN`. */
  readonly pieces: (PieceOfBlock | undefined)[];
  packed: { codec: number; data: Uint8Array; grams: Uint8Array; tokens: Uint8Array } | null;
}

export function newBlock(file: number, position: number, firstLine: number, firstN: number): OpenBlock {
  return {
    ...{ file, position, firstLine, firstN },
    ...{ rawLength: 0, events: 0, from: null, to: null, pieces: [], packed: null },
  };
}

/** Notes an event that opens in a block, and its time in microseconds. */
export function noteEvent(block: OpenBlock, { n, offset, length }: Place, time: number | null): void {
  block.pieces[n - block.firstN] = { offset, length };
  if (time === null) return;
  if (block.from === null || time < block.from) block.from = time;
  if (block.to === null || time > block.to) block.to = time;
}

/** A block that has its bytes, as it is stored. */
export function blockRow(block: number, open: OpenBlock): BlockRow {
  if (open.packed === null) throw new Error(`block ${block} was not compressed`);
  return { block, ...open, ...open.packed, pieces: packPieces(open.pieces) };
}
