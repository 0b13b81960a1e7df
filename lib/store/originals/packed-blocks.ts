import type { PackedBlock } from '@/lib/columns';
import { sql } from '@/lib/query';
import { type CopiedRow, copiedRows, int4, wholeNumber } from '../copied-rows';
import { withTails } from '../raw-tail';
import type { Reader } from '../read-only';

/** Blocks of one segment. */
export interface BlocksOf {
  readonly segment: number;
  readonly blocks: readonly number[];
}

/** A block as it is stored, with the pieces with which events open in it; null where these were not stored. */
export interface StoredBlock extends PackedBlock {
  readonly pieces: Uint8Array | null;
}

/** Names a block among those of several segments. */
export function blockKey(segment: number, block: number): string {
  return `${segment} ${block}`;
}

/** Blocks as they are stored, by `blockKey`. */
export async function packedBlocks(reader: Reader, wanted: readonly BlocksOf[]): Promise<Map<string, StoredBlock>> {
  const parts = wanted.flatMap(({ segment, blocks }) =>
    blocks.length === 0
      ? []
      : `SELECT segment, block, codec, raw_length, data, pieces FROM raw_block
        WHERE segment = ${wholeNumber(segment)} AND block = ANY ('{${blocks.map(wholeNumber).join()}}'::int[])`,
  );
  if (parts.length === 0) return new Map();
  const rows = Array.from(copiedRows(await reader.copy(parts.join(' UNION ALL '))), blockOf);
  const blocks = await withTails(reader, rows);
  return new Map(blocks.map(({ segment, block, ...stored }) => [blockKey(segment, block), stored]));
}

const NO_BYTES = Buffer.alloc(0);

function blockOf([segment, block, codec, length, data, pieces]: CopiedRow) {
  return {
    segment: int4(segment),
    block: int4(block),
    codec: codec?.readInt16BE() ?? 0,
    length: int4(length),
    // Copies of their own: a thread would get all of the memory that they were read into.
    data: new Uint8Array(data ?? NO_BYTES),
    pieces: pieces == null ? null : new Uint8Array(pieces),
  };
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
