import type { Hunt } from './hunt';
import type { Needle } from './needle';

/** A block of originals, unpacked. */
export interface OpenBlock {
  readonly raw: Buffer;
  /** The same bytes, ASCII letters in lower case. */
  readonly lower: Buffer;
}

export function openBlock(raw: Buffer): OpenBlock {
  const bytes = new Uint8Array(raw.length + ((4 - (raw.length % 4)) % 4));
  bytes.set(raw);
  lowerAscii(new Uint32Array(bytes.buffer));
  return { raw, lower: Buffer.from(bytes.buffer, 0, raw.length) };
}

/** Four bytes at a time: a byte is a capital when adding 63 sets its highest bit, adding 37 does not, and it is ASCII. */
function lowerAscii(words: Uint32Array): void {
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? 0;
    const low = word & 0x7f7f7f7f;
    const capitals = (low + 0x3f3f3f3f) & ~(low + 0x25252525) & ~word & 0x80808080;
    words[index] = word + (capitals >>> 2);
  }
}

/** Pieces of events in blocks, in numbers: for each the event, the place of its block in a list, its offset and length. */
export type PieceList = Int32Array;
export const PIECE_NUMBERS = 4;

/** Whether a block can hold what is looked for. */
export function mayHold(hunt: Hunt, { lower }: OpenBlock): boolean {
  return hunt.needles.some(({ literals }) => literals.every((literal) => lower.includes(literal)));
}

/** The events of which a piece is what is looked for; pieces in order of their offsets, all of one block. */
export function huntPieces(hunt: Hunt, block: OpenBlock, pieces: PieceList): number[] {
  const found = new Set<number>();
  for (const needle of hunt.needles) {
    for (const piece of piecesHolding(needle, block.lower, pieces)) {
      const n = pieces[piece] ?? 0;
      if (!found.has(n) && passes(needle, textOf(needle, block.raw, pieces, piece))) found.add(n);
    }
  }
  return [...found];
}

/** The events whose pieces, neighbours in the list, are together what is looked for. */
export function huntJoined(hunt: Hunt, blocks: readonly OpenBlock[], pieces: PieceList): number[] {
  const matches = hunt.needles[0]?.matches;
  if (matches == null) return [];
  const found: number[] = [];
  for (let from = 0; from < pieces.length; ) {
    const n = pieces[from] ?? 0;
    const parts: Buffer[] = [];
    for (; from < pieces.length && pieces[from] === n; from += PIECE_NUMBERS) {
      const offset = pieces[from + 2] ?? 0;
      const block = blocks[pieces[from + 1] ?? 0];
      if (block !== undefined) parts.push(block.raw.subarray(offset, offset + (pieces[from + 3] ?? 0)));
    }
    if (matches(withoutNewline(Buffer.concat(parts).toString('utf8')))) found.push(n);
  }
  return found;
}

function passes(needle: Needle, text: string | null): boolean {
  return needle.matches === null || (text !== null && needle.matches(text));
}

function textOf({ matches }: Needle, raw: Buffer, pieces: PieceList, piece: number): string | null {
  if (matches === null) return null;
  const offset = pieces[piece + 2] ?? 0;
  return withoutNewline(raw.toString('utf8', offset, offset + (pieces[piece + 3] ?? 0)));
}

/** The end of its last line is not part of what an event is shown as. */
function withoutNewline(text: string): string {
  if (!text.endsWith('\n')) return text;
  return text.endsWith('\r\n') ? text.slice(0, -2) : text.slice(0, -1);
}

/** Where the pieces begin, in the list, that hold a needle's longest literal; all where it has none. */
function* piecesHolding({ literals }: Needle, lower: Buffer, pieces: PieceList): Generator<number> {
  const [literal] = literals;
  if (literal === undefined) {
    for (let piece = 0; piece < pieces.length; piece += PIECE_NUMBERS) yield piece;
    return;
  }
  // Events may share a record: then several pieces have one offset, and a piece may begin before the one before it ends.
  let at = -1;
  for (let piece = 0; piece < pieces.length; piece += PIECE_NUMBERS) {
    const offset = pieces[piece + 2] ?? 0;
    if (at < offset) at = lower.indexOf(literal, offset);
    if (at < 0) return;
    if (at + literal.length <= offset + (pieces[piece + 3] ?? 0)) yield piece;
  }
}
