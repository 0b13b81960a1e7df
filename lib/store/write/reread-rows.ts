import type { Client } from 'pg';
import { decodeBlock, OriginalBytes } from '@/lib/blocks';
import { type Corrections, corrections } from '@/lib/interface';
import { sql } from '@/lib/query';
import { pool } from '../client';
import { PENDING, WANTED } from '../pending-files';
import type { FileRow } from './file-rows';
import { saveFileRows } from './file-rows';
import { attachPartition } from './partition';

/** A file that is to be read again, with the corrections to do it with. Times are microseconds since the epoch. */
export interface PendingFile {
  readonly id: number;
  readonly path: string;
  readonly state: FileRow['state'];
  readonly bytes: number;
  readonly sha256: string | null;
  readonly modified: number | null;
  readonly error: string | null;
  readonly wanted: Corrections;
}

/** The files of a source whose events lack a correction, in the order in which they were read. */
export async function pendingFiles(sourceId: string): Promise<PendingFile[]> {
  const { rows } = await pool().query<
    Omit<PendingFile, 'bytes' | 'modified' | 'wanted'> & { bytes: string; modified: string | null; wanted: unknown }
  >(
    sql`SELECT file.id, file.path, file.state, file.bytes::text AS bytes, file.sha256, file.error,
          (extract(epoch FROM file.modified) * 1e6)::int8::text AS modified, ${WANTED} AS wanted
        FROM file JOIN source ON source.id = file.source_id
        WHERE file.source_id = ${sourceId}::uuid AND ${PENDING} ORDER BY file.id`.toQuery(),
  );
  return rows.map((row) => ({
    ...row,
    bytes: Number(row.bytes),
    modified: row.modified === null ? null : Number(row.modified),
    wanted: corrections.parse(row.wanted),
  }));
}

/** The original bytes of a file, from its blocks. Not for the connection that writes, which is busy copying. */
export async function* storedBytes(file: number): AsyncGenerator<Uint8Array> {
  const original = new OriginalBytes();
  let behind = -1;
  for (;;) {
    const { rows } = await pool().query<{ position: string; codec: number; data: Buffer }>(
      'SELECT position, codec, data FROM raw_block WHERE file = $1 AND position > $2 ORDER BY position LIMIT 8',
      [file, behind],
    );
    if (rows.length === 0) return;
    for (const { position, codec, data } of rows) {
      yield original.of(codec, await decodeBlock(codec, data));
      behind = Number(position);
    }
  }
}

/** Segments that hold files anew, all written and not attached yet. */
export interface NewSegment {
  readonly id: number;
  readonly partition: boolean;
}

/**
 * Puts new events and blocks of files in the place of those they had, and ends the transaction in which they were written:
 * whoever asks sees all of the old or all of the new.
 */
export async function replaceFiles(
  client: Client,
  sourceId: string,
  files: readonly FileRow[],
  segments: readonly NewSegment[],
): Promise<void> {
  const ids = files.map((file) => file.id);
  const news = segments.map((segment) => segment.id);
  const { rows } = await client.query<{ segment: number }>(
    'SELECT DISTINCT segment FROM raw_block WHERE file = ANY ($1::int[]) AND segment <> ALL ($2::int[])',
    [ids, news],
  );
  const olds = rows.map((row) => row.segment);
  for (const table of ['event_row', 'raw_block']) {
    await client.query(`DELETE FROM ${table} WHERE segment = ANY ($1::int[]) AND file = ANY ($2::int[])`, [olds, ids]);
  }
  await recount(client, olds);
  await saveFileRows(client, files);
  await client.query('UPDATE source SET attempts = 0 WHERE id = $1', [sourceId]);
  // Last, since questions wait for it.
  for (const { id, partition } of segments) if (partition) await attachPartition(client, id);
  await client.query('COMMIT');
}

const NOTHING_LEFT = { events: 0, first: null, last: null, blocks: 0, bytes: '0' };

/**
 * Counts anew what is left in segments. Numbers of events are never given out again, so that what others remember of a
 * segment stays true of what is left. A segment in shared tables that holds nothing any more goes.
 */
async function recount(client: Client, segments: readonly number[]): Promise<void> {
  for (const table of ['column_block', 'value_count', 'tally']) {
    await client.query(`DELETE FROM ${table} WHERE segment = ANY ($1::int[])`, [segments]);
  }
  // Two plain questions and an update of values: what joins a local table with these two is refused by Citus.
  const { rows: kept } = await client.query<{ id: number; events: number; first: string | null; last: string | null }>(
    `SELECT segment AS id, count(*)::int AS events, min("time")::text AS first, max("time")::text AS last
     FROM event WHERE segment = ANY ($1::int[]) GROUP BY segment`,
    [segments],
  );
  const { rows: held } = await client.query<{ id: number; blocks: number; bytes: string }>(
    `SELECT segment AS id, count(*)::int AS blocks, sum(raw_length)::int8 AS bytes
     FROM raw_block WHERE segment = ANY ($1::int[]) GROUP BY segment`,
    [segments],
  );
  const counts = segments.map((id) => ({
    ...NOTHING_LEFT,
    ...kept.find((row) => row.id === id),
    ...held.find((row) => row.id === id),
    id,
  }));
  await client.query(
    `UPDATE segment SET numbers = coalesce(segment.numbers, segment.events), columns = false,
            tallied = NULL, events = counted.events,
            "from" = counted.first, "to" = counted.last, blocks = counted.blocks, bytes = counted.bytes
     FROM jsonb_to_recordset($1::jsonb)
       AS counted(id int, events int, first timestamptz, last timestamptz, blocks int, bytes int8)
     WHERE segment.id = counted.id`,
    [JSON.stringify(counts)],
  );
  // Rules look at what is left anew. They hold the segment while they write, so this must come behind its update.
  for (const table of ['rule_segment', 'rule_hit']) {
    await client.query(`DELETE FROM ${table} WHERE segment = ANY ($1::int[])`, [segments]);
  }
  const { rows: gone } = await client.query<{ id: number }>(
    'DELETE FROM segment WHERE id = ANY ($1::int[]) AND NOT partition AND blocks = 0 RETURNING id',
    [segments],
  );
  await client.query('DELETE FROM event_part WHERE segment = ANY ($1::int[])', [gone.map(({ id }) => id)]);
}

/** Shows how far reading again is; answers whether somebody cancelled it. */
export async function showRereading(id: string, bytesRead: number): Promise<boolean> {
  const { rows } = await pool().query<{ cancelled: boolean }>(
    'UPDATE source SET bytes_read = $2 WHERE id = $1 RETURNING cancelled',
    [id, bytesRead],
  );
  return rows[0]?.cancelled ?? true;
}
