import { CODEC } from '@/lib/blocks';
import { sql } from '@/lib/query';
import type { Reader } from './read-only';

/**
 * The codec of a block that is still being written: its bytes are in table `raw_tail`, a piece for each commit
 * (docs/decisions/0031). None of `lib/blocks` ever gets this code.
 */
export const CODEC_TAIL = 15;

interface StoredBlock {
  readonly segment: number;
  readonly block: number;
  readonly codec: number;
  readonly data: Uint8Array;
}

/** Blocks as if all of them were stored whole: those that are still being written get their bytes, uncompressed. */
export async function withTails<Row extends StoredBlock>(reader: Reader, rows: readonly Row[]): Promise<Row[]> {
  const open = rows.filter(({ codec }) => codec === CODEC_TAIL);
  if (open.length === 0) return [...rows];
  const pieces = await reader.rows<{ segment: number; block: number; data: Buffer }>(sql`
    SELECT raw_tail.segment, raw_tail.block, raw_tail.data FROM raw_tail
    WHERE raw_tail.segment = ANY (${open.map(({ segment }) => segment)}::int[])
    ORDER BY raw_tail.segment, raw_tail.block, raw_tail.piece`);
  return rows.map((row) => {
    if (row.codec !== CODEC_TAIL) return row;
    const own = pieces.filter(({ segment, block }) => segment === row.segment && block === row.block);
    // Memory of its own, not of a pool: it may be handed to a thread.
    const data = Buffer.alloc(own.reduce((sum, piece) => sum + piece.data.length, 0));
    own.reduce((at, piece) => at + piece.data.copy(data, at), 0);
    return { ...row, codec: CODEC.none, data };
  });
}
