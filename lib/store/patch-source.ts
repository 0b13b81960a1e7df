import type { PoolClient } from 'pg';
import { AppError, BadRequest, NotFound } from '@/lib/errors';
import { formatNamed, PLAIN } from '@/lib/formats';
import type { SourcePatch } from '@/lib/interface';
import { sql } from '@/lib/query';
import { pool } from './client';
import { PENDING } from './pending-files';
import { explain } from './read-only';
import { SOURCE_CHANNEL } from './write/source-rows';

/**
 * Takes a person's word on one file or on all files of a source; null takes it back. If that changes any file's events, the
 * source goes back to `reading` and the reader reads those files again. While it is being read for the first time the word
 * is kept, and done afterwards for what was read without it. For a stream it holds from now on, for what comes. Throws `NotFound`, and `BadRequest` for what cannot be
 * corrected.
 */
export async function patchSource(id: string, { path, ...given }: SourcePatch): Promise<void> {
  const { format } = given;
  if (typeof format === 'string' && format !== PLAIN && formatNamed(format) === null) {
    throw new BadRequest(
      `format: there is no format "${format}"; the help page lists them, or say "${PLAIN}" for none`,
    );
  }
  const client = await pool().connect();
  let broken = true;
  try {
    await client.query('BEGIN');
    await correct(client, id.toLowerCase(), path, given);
    await client.query('COMMIT');
    broken = false;
  } catch (error) {
    broken = !(await client.query('ROLLBACK').then(
      () => true,
      () => false,
    ));
    throw error instanceof AppError ? error : explain(error);
  } finally {
    client.release(broken);
  }
}

async function correct(
  client: PoolClient,
  id: string,
  path: string | undefined,
  given: Omit<SourcePatch, 'path'>,
): Promise<void> {
  // Whoever closes the source takes the same lock, so that no correction falls between.
  const { rows } = await client.query<{ id: string; state: string; kind: string }>(
    'SELECT id::text AS id, state, kind FROM source WHERE id::text = $1 FOR UPDATE',
    [id],
  );
  const [source] = rows;
  if (source === undefined) throw new NotFound(`there is no source "${id}"; it may have been deleted`);
  if (source.kind === 'stream') refuseForStream(path, given);
  if (path === undefined) await correctAll(client, source.id, given);
  else await correctFile(client, source.id, path, given);
  if (source.state === 'ready' || source.state === 'failed') await readAgain(client, source.id);
}

/** Events of a stream were made with what its sender told beside their text, so that they cannot be made again of that. */
function refuseForStream(path: string | undefined, { year }: Omit<SourcePatch, 'path'>): void {
  if (path !== undefined) {
    throw new BadRequest('path: a stream is corrected as a whole and from now on; its files are not read again');
  }
  if (year !== undefined && year !== null) {
    throw new BadRequest('year: a record of a stream that names no year is of the time when it was sent');
  }
}

/** The columns of `source` behind each correction. */
const COLUMNS = {
  format: 'forced_format',
  type: 'forced_type',
  zoneMinutes: 'zone_minutes',
  year: 'year',
  skewSeconds: 'skew_seconds',
} as const;

async function correctAll(client: PoolClient, id: string, given: Omit<SourcePatch, 'path'>): Promise<void> {
  for (const name of ['format', 'type', 'zoneMinutes', 'year', 'skewSeconds'] as const) {
    const value = given[name];
    if (value !== undefined) await client.query(`UPDATE source SET ${COLUMNS[name]} = $2 WHERE id = $1`, [id, value]);
  }
}

async function correctFile(
  client: PoolClient,
  id: string,
  path: string,
  given: Omit<SourcePatch, 'path'>,
): Promise<void> {
  const { rows } = await client.query<{ id: number; state: string; original: string | null; events: string }>(
    `SELECT file.id, file.state, file.events::text AS events, original.path AS original
     FROM file LEFT JOIN file AS original ON original.id = file.duplicate_of WHERE file.source_id = $1 AND file.path = $2`,
    [id, path],
  );
  const [file] = rows;
  if (file === undefined) {
    throw new NotFound(`the source has no file "${path}" (yet); without a path, all of its files are corrected`);
  }
  if (file.original !== null) {
    throw new BadRequest(`path: "${path}" has the same bytes as "${file.original}"; correct that one`);
  }
  if (file.events === '0' && file.state !== 'reading') {
    throw new BadRequest(`path: "${path}" has no events that could be corrected`);
  }
  await client.query('UPDATE file SET corrections = jsonb_strip_nulls(corrections || $2::jsonb) WHERE id = $1', [
    file.id,
    JSON.stringify(given),
  ]);
}

async function readAgain(client: PoolClient, id: string): Promise<void> {
  const { rowCount } = await client.query(
    sql`UPDATE source SET state = 'reading', bytes_read = 0, attempts = 0, cancelled = false, note = NULL,
          read_from = NULL, ready_at = NULL
        WHERE id = ${id}::uuid AND EXISTS (
          SELECT 1 FROM file WHERE file.source_id = source.id AND ${PENDING})`.toQuery(),
  );
  // Heard when the transaction commits.
  if (rowCount !== 0) await client.query('SELECT pg_notify($1, $2)', [SOURCE_CHANNEL, id]);
}
