import { ByteSearch } from './byte-search';
import type { Hunt } from './hunt';
import type { Needle } from './needle';
import { PIECE_NUMBERS, type PieceList } from './piece-list';

/** Of each thread one: it keeps the block that was looked through last. */
const search = new ByteSearch();
let loaded: Buffer | null = null;

/** Looks for a literal in a block. */
function seekIn(raw: Buffer, literal: Buffer): (from: number) => number {
  if (loaded !== raw) search.load(raw);
  loaded = raw;
  return search.seek(literal);
}

/** Whether a block, unpacked, can hold what is looked for. */
export function mayHold({ needles }: Hunt, raw: Buffer): boolean {
  return needles.some(({ literals }) => literals.every((literal) => seekIn(raw, literal)(0) >= 0));
}

/** The events of which a piece is what is looked for; pieces in order of their offsets, all of one block. */
export function huntPieces(hunt: Hunt, raw: Buffer, pieces: PieceList): number[] {
  const found = new Set<number>();
  for (const needle of hunt.needles) {
    for (const piece of piecesHolding(needle, raw, pieces)) {
      const n = pieces[piece] ?? 0;
      if (found.has(n)) continue;
      const offset = pieces[piece + 2] ?? 0;
      if (passes(needle, raw, offset, offset + (pieces[piece + 3] ?? 0))) found.add(n);
    }
  }
  return [...found];
}

/** The events whose pieces, neighbours in the list, are together what is looked for. */
export function huntJoined(hunt: Hunt, blocks: readonly Buffer[], pieces: PieceList): number[] {
  const matches = hunt.needles[0]?.matches;
  if (matches == null) return [];
  const found: number[] = [];
  for (let from = 0; from < pieces.length; ) {
    const n = pieces[from] ?? 0;
    const parts: Buffer[] = [];
    for (; from < pieces.length && pieces[from] === n; from += PIECE_NUMBERS) {
      const offset = pieces[from + 2] ?? 0;
      const block = blocks[pieces[from + 1] ?? 0];
      if (block !== undefined) parts.push(block.subarray(offset, offset + (pieces[from + 3] ?? 0)));
    }
    if (matches(withoutNewline(Buffer.concat(parts).toString('utf8')))) found.push(n);
  }
  return found;
}

/** Whether what stands from a byte to another is what a needle looks for. */
function passes({ matches, matchesAscii }: Needle, raw: Buffer, from: number, to: number): boolean {
  if (matches === null) return true;
  const end = raw[to - 1] !== NEWLINE ? to : raw[to - 2] === RETURN ? to - 2 : to - 1;
  const known = matchesAscii === null ? null : matchesAscii(raw, from, Math.max(from, end));
  return known ?? matches(withoutNewline(raw.toString('utf8', from, to)));
}

const NEWLINE = 10;
const RETURN = 13;

/** The end of its last line is not part of what an event is shown as. */
function withoutNewline(text: string): string {
  if (!text.endsWith('\n')) return text;
  return text.endsWith('\r\n') ? text.slice(0, -2) : text.slice(0, -1);
}

/** Where the pieces begin, in the list, that hold a needle's longest literal; all where it has none. */
function* piecesHolding({ literals }: Needle, raw: Buffer, pieces: PieceList): Generator<number> {
  const [literal] = literals;
  if (literal === undefined) {
    for (let piece = 0; piece < pieces.length; piece += PIECE_NUMBERS) yield piece;
    return;
  }
  const find = seekIn(raw, literal);
  // Events may share a record: then several pieces have one offset, and a piece may begin before the one before it ends.
  let at = -1;
  for (let piece = 0; piece < pieces.length; piece += PIECE_NUMBERS) {
    const offset = pieces[piece + 2] ?? 0;
    if (at < offset) at = find(offset);
    if (at < 0) return;
    if (at + literal.length <= offset + (pieces[piece + 3] ?? 0)) yield piece;
  }
}
