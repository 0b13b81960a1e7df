import { PIECE_NUMBERS, type PieceList } from '@/lib/originals';
import { sql } from '@/lib/query';
import { columnEngine } from '../columns/column-engine';
import { KeptValues } from '../columns/kept-values';
import type { Reader } from '../read-only';
import { type SegmentSpan, segmentVersion } from '../segment-span';
import type { SearchableBlock } from './searchable-blocks';

const kept = new KeptValues<PieceList>(() => columnEngine().cache.budget);

export interface BlockOf {
  readonly segment: SegmentSpan;
  readonly block: SearchableBlock;
}

/** For each block the pieces with which events open in it, in order of their offsets. */
export async function openingPieces(reader: Reader, blocks: readonly BlockOf[]): Promise<PieceList[]> {
  const found = new Map<string, PieceList>();
  const missing = new Map<SegmentSpan, SearchableBlock[]>();
  for (const one of blocks) {
    const key = keyOf(one.segment, one.block.block);
    const known = kept.get(key);
    if (known !== undefined) found.set(key, known);
    else missing.set(one.segment, [...(missing.get(one.segment) ?? []), one.block]);
  }
  for (const [segment, wanted] of missing) {
    for (const row of await packedPieces(reader, segment, wanted)) {
      const key = keyOf(segment, row.block);
      const list = listOf(row.pieces);
      kept.set(key, list, list.byteLength);
      found.set(key, list);
    }
  }
  return blocks.map(({ segment, block }) => found.get(keyOf(segment, block.block)) ?? new Int32Array(0));
}

/** They come as packed integers: there are thousands to a block. */
function packedPieces(
  reader: Reader,
  { id }: SegmentSpan,
  blocks: readonly SearchableBlock[],
): Promise<{ block: number; pieces: Buffer }[]> {
  const from = Math.min(...blocks.map((block) => block.first_n));
  const to = Math.max(...blocks.map((block) => block.first_n + block.events));
  return reader.rows(sql`
    SELECT event.block, string_agg(int4send(event.n) || int4send(0) || int4send(event.raw_offset)
      || int4send(event.raw_length), ''::bytea ORDER BY event.raw_offset) AS pieces
    FROM event
    WHERE event.segment = ${id} AND event.n >= ${from} AND event.n < ${to}
      AND event.block = ANY (${blocks.map(({ block }) => block)}::int[])
    GROUP BY event.block`);
}

function listOf(packed: Buffer): PieceList {
  const bytes = new Uint8Array(packed);
  // The database sends the highest byte first, the machines that Node runs on keep it last.
  Buffer.from(bytes.buffer).swap32();
  return new Int32Array(bytes.buffer, 0, Math.floor(bytes.length / 4 / PIECE_NUMBERS) * PIECE_NUMBERS);
}

function keyOf(segment: SegmentSpan, block: number): string {
  return `${segmentVersion(segment)} ${block}`;
}
