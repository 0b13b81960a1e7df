import { decodeBlock } from '@/lib/blocks';
import { sql } from '@/lib/query';
import { withTails } from './raw-tail';
import type { Reader } from './read-only';

/** The original bytes of a block; null when there is no such block. */
export async function readBlock(reader: Reader, segment: number, block: number): Promise<Buffer | null> {
  const rows = await reader.rows<{ segment: number; block: number; codec: number; data: Buffer }>(sql`
    SELECT raw_block.segment, raw_block.block, raw_block.codec, raw_block.data FROM raw_block
    WHERE raw_block.segment = ${segment} AND raw_block.block = ${block}`);
  const [row] = await withTails(reader, rows);
  return row === undefined ? null : decodeBlock(row.codec, row.data);
}
