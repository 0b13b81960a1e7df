import { decodeBlock, OriginalBytes } from '@/lib/blocks';
import { BadRequest, Conflict, NotFound } from '@/lib/errors';
import { sql } from '@/lib/query';
import { withTails } from './raw-tail';
import { type Reader, readOnly } from './read-only';

/** A file's original bytes, as they were in the upload. */
export interface RawFile {
  readonly path: string;
  /** Null while it is not known: of a file whose reading failed, what was read until then is given. */
  readonly bytes: number | null;
  readonly body: ReadableStream<Uint8Array>;
}

interface FileRow {
  readonly id: number;
  readonly path: string;
  readonly state: string;
  readonly bytes: string;
  readonly note: string | null;
  readonly duplicate_of: number | null;
}

/** Opens a file of a source; without a path, the only file of an upload that was no archive. Throws `NotFound`, and `Conflict` while the file is still being read. */
export function rawFile(source: string, path: string | undefined, signal?: AbortSignal): Promise<RawFile> {
  return readOnly(async (reader) => {
    const file = path === undefined ? await onlyFileOf(reader, source) : await fileOf(reader, source, path);
    const original = file.duplicate_of === null ? file : await originalOf(reader, file.duplicate_of, file.path);
    if (original.state === 'reading')
      throw new Conflict(`"${file.path}" is still being read; try again when it is done`);
    if (original.state === 'skipped' && original.bytes === '0')
      throw new NotFound(`"${file.path}" was not stored: ${original.note ?? 'it was skipped'}`);
    return {
      path: file.path,
      bytes: original.state === 'ready' || original.state === 'skipped' ? Number(original.bytes) : null,
      body: new ReadableStream(blocksOf(original.id, signal), { highWaterMark: 0 }),
    };
  }, signal);
}

async function fileOf(reader: Reader, source: string, path: string): Promise<FileRow> {
  const [row] = await reader.rows<FileRow>(
    sql`${FILES} WHERE file.source_id::text = ${source.toLowerCase()} AND file.path = ${path}`,
  );
  if (row === undefined) throw new NotFound(`the source "${source}" has no file "${path}"`);
  return row;
}

async function onlyFileOf(reader: Reader, source: string): Promise<FileRow> {
  const [row, second] = await reader.rows<FileRow>(
    sql`${FILES} WHERE file.source_id::text = ${source.toLowerCase()} ORDER BY file.path LIMIT 2`,
  );
  if (row === undefined) throw new NotFound(`there is no source "${source}", or it has no files yet`);
  if (second !== undefined) throw new BadRequest('path: this source has several files; name the one you want');
  return row;
}

async function originalOf(reader: Reader, id: number, path: string): Promise<FileRow> {
  const [row] = await reader.rows<FileRow>(sql`${FILES} WHERE file.id = ${id}`);
  if (row === undefined) throw new NotFound(`"${path}" had the same bytes as a file that has been deleted since`);
  return row;
}

const FILES = sql`SELECT file.id, file.path, file.state, file.bytes, file.note, file.duplicate_of FROM file`;

/** Blocks fetched at a time; short questions, so that a slow client holds up nobody. */
const BATCH_BLOCKS = 8;

function blocksOf(file: number, signal: AbortSignal | undefined): UnderlyingDefaultSource<Uint8Array> {
  const original = new OriginalBytes();
  // A file that is read again meanwhile has other blocks of the same bytes: what was given already is cut off.
  let given = 0;
  let waiting: readonly StoredBlock[] = [];
  return {
    async pull(controller) {
      if (waiting.length === 0) waiting = await blocksFrom(file, given, signal);
      for (let block = waiting[0]; block !== undefined; block = waiting[0]) {
        waiting = waiting.slice(1);
        const bytes = original.of(block.codec, await decodeBlock(block.codec, block.data));
        const fresh = bytes.subarray(Math.max(0, given - Number(block.position)));
        if (fresh.length === 0) continue;
        given += fresh.length;
        return controller.enqueue(fresh);
      }
      controller.close();
    },
  };
}

interface StoredBlock {
  readonly segment: number;
  readonly block: number;
  readonly position: string;
  readonly codec: number;
  readonly data: Buffer;
}

/** The block that holds the byte at `given`, and those behind it; the last block at the end of the file. */
function blocksFrom(file: number, given: number, signal: AbortSignal | undefined): Promise<StoredBlock[]> {
  return readOnly(async (reader) => {
    const rows = await reader.rows<StoredBlock>(sql`
        SELECT raw_block.segment, raw_block.block, raw_block.position, raw_block.codec, raw_block.data FROM raw_block
        WHERE raw_block.file = ${file} AND raw_block.position >= coalesce((SELECT max(own.position) FROM raw_block AS own
          WHERE own.file = ${file} AND own.position <= ${given}::bigint), 0)
        ORDER BY raw_block.position LIMIT ${BATCH_BLOCKS}`);
    return withTails(reader, rows);
  }, signal);
}
