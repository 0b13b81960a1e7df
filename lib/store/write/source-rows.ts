import type { ClientBase } from 'pg';
import { type Corrections, corrections } from '@/lib/interface';
import { pool } from '../client';

/** The channel on which the reader hears of uploads that wait to be read. */
export const SOURCE_CHANNEL = 'trackway_source';

/** A source as its reader needs it. Times are microseconds since the epoch. */
export interface ReadableSource {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly modified: number | null;
  /** When the upload began. */
  readonly created: number;
  /** A person's word on all its files. */
  readonly corrections: Corrections;
  /** The name of the upload in the spool folder; null when it was read and only files are to be read again. */
  readonly spool: string | null;
  readonly attempts: number;
}

/** What a reader tells about its progress while nothing is committed yet. */
export interface ReadingProgress {
  readonly bytesRead: number;
  readonly events: number;
  readonly lines: number;
  readonly unparsed: number;
}

/** Creates the row of an upload that is about to arrive. `modified` is in milliseconds, as browsers say it. */
export async function createSource(id: string, name: string, bytes: number, modified: number | null): Promise<void> {
  await pool().query(
    `INSERT INTO source (id, name, state, bytes, modified) VALUES ($1, $2, 'receiving', $3, to_timestamp($4::float8 / 1000))`,
    [id, name, bytes, modified],
  );
}

export async function noteReceived(id: string, bytesReceived: number): Promise<void> {
  await pool().query(`UPDATE source SET bytes_received = $2 WHERE id = $1 AND state = 'receiving'`, [
    id,
    bytesReceived,
  ]);
}

/** Hands a whole upload to the reader. `spool` is the name of its file in the spool folder. */
export async function finishReceiving(id: string, bytes: number, spool: string): Promise<void> {
  await pool().query(
    `UPDATE source SET state = 'reading', bytes = $2, bytes_received = $2, spool = $3 WHERE id = $1 AND state = 'receiving'`,
    [id, bytes, spool],
  );
  await pool().query('SELECT pg_notify($1, $2)', [SOURCE_CHANNEL, id]);
}

/** Drops the row of an upload that never arrived whole. */
export async function dropReceiving(id: string): Promise<void> {
  await pool().query(`DELETE FROM source WHERE id = $1 AND state = 'receiving'`, [id]);
}

/** Uploads that have not arrived whole. `createdAt` is in milliseconds. */
export async function receivingSources(): Promise<{ id: string; createdAt: number }[]> {
  const { rows } = await pool().query<{ id: string; createdAt: number }>(
    `SELECT id::text AS id, extract(epoch FROM created_at)::float8 * 1000 AS "createdAt" FROM source WHERE state = 'receiving'`,
  );
  return rows;
}

/** Ends an upload that will not arrive any more. */
export async function failReceiving(id: string, error: string): Promise<void> {
  await pool().query(`UPDATE source SET state = 'failed', error = $2 WHERE id = $1 AND state = 'receiving'`, [
    id,
    error,
  ]);
}

/** Sources that wait to be read, the smallest first so that a small one never waits for a large one. */
export async function waitingSources(): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT id::text AS id FROM source WHERE state = 'reading' ORDER BY bytes, created_at`,
  );
  return rows.map((row) => row.id);
}

/**
 * Takes a source for reading, for as long as the connection lives: a reader that dies lets go of it by dying.
 * Null when another reader has it or it need not be read any more.
 */
export async function claimSource(client: ClientBase, id: string): Promise<ReadableSource | null> {
  const lock = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock(hashtext($1)) AS locked', [id]);
  if (lock.rows[0]?.locked !== true) return null;
  const { rows } = await client.query<ClaimedRow>(
    `UPDATE source SET attempts = attempts + 1, read_from = coalesce(read_from, now())
     WHERE id = $1 AND state = 'reading'
     RETURNING name, bytes::text AS bytes, (extract(epoch FROM modified) * 1e6)::int8::text AS modified,
               (extract(epoch FROM created_at) * 1e6)::int8::text AS created,
               jsonb_build_object('format', forced_format, 'type', forced_type, 'zoneMinutes', zone_minutes, 'year', year,
                                  'skewSeconds', skew_seconds) AS corrections, spool, attempts`,
    [id],
  );
  const row = rows[0];
  if (row === undefined) {
    await releaseSource(client, id);
    return null;
  }
  return {
    id,
    name: row.name,
    bytes: Number(row.bytes),
    modified: row.modified === null ? null : Number(row.modified),
    created: Number(row.created),
    corrections: corrections.parse(row.corrections),
    spool: row.spool,
    attempts: row.attempts,
  };
}

interface ClaimedRow {
  readonly name: string;
  readonly bytes: string;
  readonly modified: string | null;
  readonly created: string;
  readonly corrections: unknown;
  readonly spool: string | null;
  readonly attempts: number;
}

export async function releaseSource(client: ClientBase, id: string): Promise<void> {
  await client.query('SELECT pg_advisory_unlock(hashtext($1))', [id]);
}

/** Shows how far reading is; answers whether somebody cancelled it. */
export async function showProgress(id: string, progress: ReadingProgress): Promise<boolean> {
  const { rows } = await pool().query<{ cancelled: boolean }>(
    `UPDATE source SET bytes_read = $2, events = $3, lines = $4, unparsed = $5 WHERE id = $1 RETURNING cancelled`,
    [id, progress.bytesRead, progress.events, progress.lines, progress.unparsed],
  );
  return rows[0]?.cancelled ?? true;
}

/** Another source that holds the very same bytes; null when there is none. */
export async function sourceWithBytes(id: string, sha256: string): Promise<{ id: string; name: string } | null> {
  const { rows } = await pool().query<{ id: string; name: string }>(
    `SELECT id::text AS id, name FROM source
     WHERE sha256 = $2 AND id <> $1 AND events > 0 AND (state = 'ready' OR (state = 'reading' AND spool IS NULL)) ORDER BY created_at LIMIT 1`,
    [id, sha256],
  );
  return rows[0] ?? null;
}

/** Marks that reading got on: a crash from here on is a first one again. */
export async function resetAttempts(client: ClientBase, id: string): Promise<void> {
  await client.query('UPDATE source SET attempts = 0 WHERE id = $1', [id]);
}
