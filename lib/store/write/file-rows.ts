import type { ClientBase } from 'pg';
import { type Corrections, corrections } from '@/lib/interface';
import { pool } from '../client';
import { postgresJson } from './postgres-json';

/** What the reader counted of a file, as it is stored: lines by format, events by type and by what decided it. */
export interface FileDetection {
  readonly formats: Readonly<Record<string, number>>;
  readonly types: Readonly<Record<string, number>>;
  readonly typeOrigins: Readonly<Record<string, number>>;
  /** Bits of `TIME_ORIGIN`. */
  readonly timeOrigins: number;
}

/** What is known of a file when its segment is committed. Times are microseconds since the epoch. */
export interface FileRow {
  readonly id: number;
  readonly sourceId: string;
  readonly path: string;
  readonly state: 'reading' | 'ready' | 'skipped' | 'duplicate' | 'failed';
  readonly bytes: number;
  readonly sha256: string | null;
  readonly format: string | null;
  readonly type: string | null;
  readonly events: number;
  /** Lines that its events own. */
  readonly lines: number;
  /** Lines counted in its bytes, whatever became of them. */
  readonly linesRead: number;
  readonly unparsed: number;
  readonly plain: number;
  readonly examples: readonly { line: number; text: string; reason: string }[];
  readonly from: number | null;
  readonly to: number | null;
  readonly timeGuess: number;
  readonly duplicateOf: number | null;
  readonly note: string | null;
  readonly error: string | null;
  /** Where to go on after a crash; null when the file is done. */
  readonly checkpoint: unknown;
  /** When it was last written, as its archive says. */
  readonly modified: number | null;
  /** The corrections that are in its events. */
  readonly readWith: Corrections;
  /** What the reader counted; null of a file without events. */
  readonly detection: FileDetection | null;
}

/** Writes or replaces the rows of files, in the transaction of the caller. */
export async function saveFileRows(client: ClientBase, files: readonly FileRow[]): Promise<void> {
  if (files.length === 0) return;
  await client.query(
    `INSERT INTO file (id, source_id, path, state, bytes, sha256, format, type, events, lines, lines_read, unparsed, plain, examples,
                       "from", "to", time_guess, duplicate_of, note, error, checkpoint, modified, read_with, detection)
     SELECT id, "sourceId", path, state, bytes, sha256, format, type, events, lines, "linesRead", unparsed, plain, examples,
            to_timestamp("from" / 1e6), to_timestamp("to" / 1e6), "timeGuess", "duplicateOf", note, error, checkpoint,
            to_timestamp(modified / 1e6), jsonb_strip_nulls("readWith"), nullif(detection, 'null'::jsonb)
     FROM jsonb_to_recordset($1::jsonb) AS f(
       id int, "sourceId" uuid, path text, state text, bytes bigint, sha256 text, format text, type text, events bigint,
       lines bigint, "linesRead" bigint, unparsed bigint, plain bigint, examples jsonb, "from" float8, "to" float8, "timeGuess" int,
       "duplicateOf" int, note text, error text, checkpoint jsonb, modified float8, "readWith" jsonb, detection jsonb)
     ON CONFLICT (id) DO UPDATE SET
       state = excluded.state, bytes = excluded.bytes, sha256 = excluded.sha256, format = excluded.format,
       type = excluded.type, events = excluded.events, lines = excluded.lines, lines_read = excluded.lines_read, unparsed = excluded.unparsed,
       plain = excluded.plain, examples = excluded.examples, "from" = excluded."from", "to" = excluded."to",
       time_guess = excluded.time_guess, duplicate_of = excluded.duplicate_of, note = excluded.note,
       error = excluded.error, checkpoint = excluded.checkpoint, modified = excluded.modified,
       read_with = excluded.read_with, detection = excluded.detection`,
    [postgresJson(files)],
  );
}

/** A file that an earlier attempt reported on. */
export interface KnownFile {
  readonly id: number;
  readonly path: string;
  readonly state: FileRow['state'];
  readonly bytes: number;
  readonly sha256: string | null;
  readonly duplicateOf: number | null;
  /** The first time in it, microseconds since the epoch. */
  readonly from: number | null;
  readonly error: string | null;
  readonly checkpoint: unknown;
  readonly readWith: Corrections;
}

/** The files of a source that earlier attempts committed. */
export async function knownFiles(client: ClientBase, sourceId: string): Promise<KnownFile[]> {
  const { rows } = await client.query<
    Omit<KnownFile, 'bytes' | 'from' | 'readWith'> & { bytes: string; from: string | null; readWith: unknown }
  >(
    `SELECT id, path, state, bytes::text AS bytes, sha256, duplicate_of AS "duplicateOf",
       (extract(epoch FROM "from") * 1000000)::bigint::text AS "from", error, checkpoint, read_with AS "readWith"
     FROM file WHERE source_id = $1 ORDER BY id`,
    [sourceId],
  );
  return rows.map((row) => ({
    ...row,
    bytes: Number(row.bytes),
    from: row.from === null ? null : Number(row.from),
    readWith: corrections.parse(row.readWith),
  }));
}

/** A new file id; gaps are harmless. Not asked of the segment's connection, which is busy copying. */
export async function nextFileId(): Promise<number> {
  const { rows } = await pool().query<{ id: number }>("SELECT nextval('file_id')::int AS id");
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('the sequence file_id gave no value');
  return id;
}
