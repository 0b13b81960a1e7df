/** Pieces of events in blocks, in numbers: for each the event, the place of its block in a list, its offset and length. */
export type PieceList = Int32Array;
export const PIECE_NUMBERS = 4;

/** A piece of an event in its block, in bytes. */
export interface PieceOfBlock {
  readonly offset: number;
  readonly length: number;
}

/** The pieces with which events open in a block, as they are stored with it. */
export interface PackedPieces {
  readonly bytes: Uint8Array;
  /** The number of the first event. */
  readonly first: number;
}

/**
 * Packs the pieces with which events with successive numbers open in a block; undefined: there is no such event. About two
 * bytes each: a number of seven bits a byte, the lowest first (LEB128), that is nothing for no event, else twice the length
 * and two more; odd where the piece does not begin at the end of the one before it, and a number with a sign (zigzag) says
 * how far from there.
 */
export function packPieces(pieces: readonly (PieceOfBlock | undefined)[]): Buffer {
  const bytes: number[] = [];
  let end = 0;
  for (const piece of pieces) {
    if (piece === undefined) {
      bytes.push(0);
      continue;
    }
    const jump = piece.offset - end;
    writeNumber(bytes, (piece.length + 1) * 2 + (jump === 0 ? 0 : 1));
    if (jump !== 0) writeNumber(bytes, jump > 0 ? jump * 2 : -jump * 2 - 1);
    end = piece.offset + piece.length;
  }
  return Buffer.from(bytes);
}

/** The other way round, in order of their offsets. */
export function unpackPieces({ bytes, first }: PackedPieces): PieceList {
  const list = new Int32Array(bytes.length * PIECE_NUMBERS);
  const cursor = { bytes, at: 0 };
  let length = 0;
  let end = 0;
  let isSorted = true;
  for (let n = first; cursor.at < bytes.length; n += 1) {
    const head = readNumber(cursor);
    if (head === 0) continue;
    const jump = head % 2 === 0 ? 0 : signed(readNumber(cursor));
    isSorted &&= jump >= 0 || length === 0 || (list[length - 2] ?? 0) <= end + jump;
    list[length] = n;
    list[length + 2] = end + jump;
    list[length + 3] = Math.floor(head / 2) - 1;
    end += jump + Math.floor(head / 2) - 1;
    length += PIECE_NUMBERS;
  }
  const pieces = list.subarray(0, length);
  return isSorted ? pieces : sortPieces(pieces);
}

/** Pieces in order of their offsets; those with the same in their own order. */
export function sortPieces(pieces: PieceList): PieceList {
  const places = Array.from({ length: pieces.length / PIECE_NUMBERS }, (_, index) => index * PIECE_NUMBERS);
  places.sort((one, other) => (pieces[one + 2] ?? 0) - (pieces[other + 2] ?? 0));
  const sorted = new Int32Array(pieces.length);
  for (const [index, place] of places.entries()) {
    sorted.set(pieces.subarray(place, place + PIECE_NUMBERS), index * PIECE_NUMBERS);
  }
  return sorted;
}

function writeNumber(bytes: number[], value: number): void {
  let left = value;
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
  bytes.push(left);
}

function readNumber(cursor: { readonly bytes: Uint8Array; at: number }): number {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = cursor.bytes[cursor.at] ?? 0;
    cursor.at += 1;
    value += (byte % 128) * scale;
    if (byte < 128) return value;
  }
}

function signed(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

/** Pieces of a block without those of some events. */
export function withoutEvents(pieces: PieceList, events: ReadonlySet<number>): PieceList {
  if (events.size === 0) return pieces;
  const left = new Int32Array(pieces.length);
  let length = 0;
  for (let at = 0; at < pieces.length; at += PIECE_NUMBERS) {
    if (events.has(pieces[at] ?? 0)) continue;
    left.set(pieces.subarray(at, at + PIECE_NUMBERS), length);
    length += PIECE_NUMBERS;
  }
  return left.slice(0, length);
}

/** Two lists of pieces of one block as one, in order of their offsets. */
export function mergePieces(one: PieceList, other: PieceList): PieceList {
  if (other.length === 0) return one;
  const all = new Int32Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return sortPieces(all);
}
