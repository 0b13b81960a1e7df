import { decodeBlock } from '@/lib/blocks';
import { DICTIONARY_CHUNK } from '@/lib/columns';
import { sql } from '@/lib/query';
import type { Reader } from '../read-only';
import type { SegmentSpan } from '../segment-span';

/** A stored chunk of a column, unpacked. */
export interface StoredChunk {
  readonly chunk: number;
  readonly rows: number;
  readonly bytes: Buffer;
}

/** The dictionary chunk of a column, or its codes: for each segment, in order of chunks. A column without values has none. */
export async function readChunks(
  reader: Reader,
  segments: readonly SegmentSpan[],
  column: string,
  part: 'dictionary' | 'codes',
): Promise<StoredChunk[][]> {
  const rows = await reader.rows<{ segment: number; chunk: number; rows: number; codec: number; data: Buffer }>(sql`
    SELECT segment, chunk, rows, codec, data FROM column_block
    WHERE segment = ANY (${segments.map(({ id }) => id)}::int[]) AND name = ${column}
      AND ${part === 'dictionary' ? sql`chunk = ${DICTIONARY_CHUNK}` : sql`chunk > ${DICTIONARY_CHUNK}`}
    ORDER BY segment, chunk`);
  const bySegment = new Map<number, StoredChunk[]>(segments.map(({ id }) => [id, []]));
  const unpacked = await Promise.all(rows.map(({ codec, data }) => decodeBlock(codec, data)));
  for (const [index, { segment, chunk, rows: count }] of rows.entries()) {
    bySegment.get(segment)?.push({ chunk, rows: count, bytes: unpacked[index] ?? Buffer.alloc(0) });
  }
  return segments.map(({ id }) => bySegment.get(id) ?? []);
}
