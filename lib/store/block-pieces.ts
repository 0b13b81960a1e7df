import { sql } from '@/lib/query';
import { LeastRecentlyUsed } from './least-recently-used';
import type { Reader } from './read-only';

/** The part of an event's original that lies in one block. */
export interface Piece {
  readonly n: number;
  readonly offset: number;
  readonly length: number;
}

/** Pieces of a block in order of `offset`. */
export type Pieces = readonly Piece[];

export interface BlockEvents {
  readonly block: number;
  readonly first_n: number;
  readonly events: number;
}

const INTEGER_BYTES = 4;

/** By block, the pieces of the events that open in it. They come as packed integers: there are thousands to a block. */
export async function openingPieces(
  reader: Reader,
  segment: number,
  blocks: readonly BlockEvents[],
): Promise<ReadonlyMap<number, Pieces>> {
  if (blocks.length === 0) return new Map();
  const from = Math.min(...blocks.map((block) => block.first_n));
  const to = Math.max(...blocks.map((block) => block.first_n + block.events));
  const rows = await reader.rows<{ block: number; pieces: Buffer }>(sql`
    SELECT event.block, string_agg(int4send(event.n) || int4send(event.raw_offset) || int4send(event.raw_length), ''::bytea
      ORDER BY event.raw_offset) AS pieces
    FROM event
    WHERE event.segment = ${segment} AND event.n >= ${from} AND event.n < ${to}
      AND event.block = ANY (${blocks.map(({ block }) => block)}::int[])
    GROUP BY event.block`);
  return new Map(rows.map((row) => [row.block, unpack(row.pieces)]));
}

function unpack(packed: Buffer): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < packed.length; at += 3 * INTEGER_BYTES) {
    pieces.push({
      n: packed.readInt32BE(at),
      offset: packed.readInt32BE(at + INTEGER_BYTES),
      length: packed.readInt32BE(at + 2 * INTEGER_BYTES),
    });
  }
  return pieces;
}

const FURTHER_WEIGHT_MAX = 1_000_000;
const furtherOfSegments = new LeastRecentlyUsed<string, ReadonlyMap<number, Pieces>>(FURTHER_WEIGHT_MAX);

/** The further pieces (`spans`) of a segment's events by block; few events have any. A segment only ever loses events. */
export async function furtherPieces(
  reader: Reader,
  segment: { readonly id: number; readonly events: number },
): Promise<ReadonlyMap<number, Pieces>> {
  const key = `${segment.id} ${segment.events}`;
  const known = furtherOfSegments.get(key);
  if (known !== undefined) return known;
  const rows = await reader.rows<{ n: number; spans: number[] }>(
    sql`SELECT event.n, event.spans FROM event WHERE event.segment = ${segment.id} AND event.spans IS NOT NULL`,
  );
  const pieces = new Map<number, Piece[]>();
  for (const { n, spans } of rows) {
    for (let index = 0; index + 2 < spans.length; index += 3) {
      const block = spans[index] ?? 0;
      const piece = { n, offset: spans[index + 1] ?? 0, length: spans[index + 2] ?? 0 };
      const others = pieces.get(block);
      if (others === undefined) pieces.set(block, [piece]);
      else others.push(piece);
    }
  }
  for (const others of pieces.values()) others.sort((a, b) => a.offset - b.offset);
  furtherOfSegments.set(key, pieces, rows.length + 1);
  return pieces;
}

/** The pieces that hold all of [from, to): none, one, or those of the events that share a record. */
export function piecesAround(pieces: Pieces, from: number, to: number): Pieces {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle]?.offset ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  const last = pieces[low - 1];
  if (last === undefined || to > last.offset + last.length) return [];
  let first = low - 1;
  while (pieces[first - 1]?.offset === last.offset) first -= 1;
  return pieces.slice(first, low);
}
