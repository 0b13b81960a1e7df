import type { PackedBlock } from '@/lib/columns';
import { sql } from '@/lib/query';
import type { Reader } from '../read-only';

/** Blocks of one segment. */
export interface BlocksOf {
  readonly segment: number;
  readonly blocks: readonly number[];
}

/** Names a block among those of several segments. */
export function blockKey(segment: number, block: number): string {
  return `${segment} ${block}`;
}

/** Blocks as they are stored, by `blockKey`. */
export async function packedBlocks(reader: Reader, wanted: readonly BlocksOf[]): Promise<Map<string, PackedBlock>> {
  const parts = wanted.map(
    ({ segment, blocks }) => sql`
      SELECT raw_block.segment, raw_block.block, raw_block.codec, raw_block.raw_length AS length, raw_block.data
      FROM raw_block WHERE raw_block.segment = ${segment} AND raw_block.block = ANY (${blocks}::int[])`,
  );
  if (parts.length === 0) return new Map();
  const rows = await reader.rows<PackedBlock & { segment: number; block: number }>(sql.join(parts, sql` UNION ALL `));
  return new Map(
    rows.map(({ segment, block, codec, length, data }) => [
      blockKey(segment, block),
      // A copy of its own: a thread would get all of the memory that the driver read it into.
      { codec, length, data: new Uint8Array(data) },
    ]),
  );
}

/** The second filters of blocks, by `blockKey`. */
export async function blockTokens(reader: Reader, wanted: readonly BlocksOf[]): Promise<Map<string, Buffer>> {
  const tokens = new Map<string, Buffer>();
  for (const { segment, blocks } of wanted) {
    const rows = await reader.rows<{ block: number; tokens: Buffer }>(sql`
      SELECT raw_block.block, raw_block.tokens FROM raw_block
      WHERE raw_block.segment = ${segment} AND raw_block.block = ANY (${blocks}::int[])`);
    for (const row of rows) tokens.set(blockKey(segment, row.block), row.tokens);
  }
  return tokens;
}
