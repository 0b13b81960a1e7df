import type { ClientBase } from 'pg';
import { encodeBlock } from '@/lib/blocks';
import { type ColumnChunk, type SegmentColumns, storedChunks, type ValueCount, valueCounts } from '@/lib/columns';
import { copyAll, type WriteRow } from './copy-all';
import type { CopyBuffer } from './copy-buffer';

const CHUNK_COLUMNS = ['segment', 'name', 'chunk', 'rows', 'codec', 'data'];
const COUNT_COLUMNS = ['segment', 'name', 'value', 'code', 'count', 'from', 'to'];
/** Chunks compressed at a time. */
const ENCODINGS_AT_ONCE = 4;

/** Stores the columns of a segment and the counts of its values, in the transaction of the caller. */
export async function writeColumns(client: ClientBase, segment: number, columns: SegmentColumns): Promise<void> {
  await copyAll(client, 'column_block', CHUNK_COLUMNS, chunkRows(segment, columns));
  await copyAll(client, 'value_count', COUNT_COLUMNS, countRows(segment, columns));
}

async function* chunkRows(segment: number, columns: SegmentColumns): AsyncGenerator<WriteRow> {
  const waiting: { readonly chunk: ColumnChunk; readonly encoding: ReturnType<typeof encodeBlock> }[] = [];
  for (const chunk of storedChunks(columns)) {
    waiting.push({ chunk, encoding: encodeBlock(chunk.bytes) });
    if (waiting.length >= ENCODINGS_AT_ONCE) yield await nextRow(segment, waiting);
  }
  while (waiting.length > 0) yield await nextRow(segment, waiting);
}

async function nextRow(
  segment: number,
  waiting: { readonly chunk: ColumnChunk; readonly encoding: ReturnType<typeof encodeBlock> }[],
): Promise<WriteRow> {
  const next = waiting.shift();
  if (next === undefined) throw new RangeError('no chunk is waiting');
  const { chunk } = next;
  const { codec, data } = await next.encoding;
  return (copy) => {
    copy.row(CHUNK_COLUMNS.length);
    copy.int4(segment);
    copy.text(chunk.name);
    copy.int4(chunk.chunk);
    copy.int4(chunk.rows);
    copy.int2(codec);
    copy.bytes(data);
  };
}

function* countRows(segment: number, columns: SegmentColumns): Generator<WriteRow> {
  for (const count of valueCounts(columns)) yield (copy) => writeCount(copy, segment, count);
}

function writeCount(copy: CopyBuffer, segment: number, count: ValueCount): void {
  copy.row(COUNT_COLUMNS.length);
  copy.int4(segment);
  copy.text(count.name);
  copy.text(count.value);
  copy.int4(count.code);
  copy.int4(count.count);
  copy.timestamp(count.from);
  copy.timestamp(count.to);
}
