import type { PoolClient } from 'pg';
import { AppError, Conflict, NotFound } from '@/lib/errors';
import { pool } from './client';
import { explain, sqlState } from './read-only';

const READER_WAIT_MS = 60_000;
const LOCK_NOT_AVAILABLE = '55P03';

/** A source as whoever changes it finds it. */
export interface LockedSource {
  readonly id: string;
  readonly state: string;
  readonly modified: Date | null;
  readonly created: Date;
  readonly zoneMinutes: number | null;
  readonly year: number | null;
}

/**
 * Runs `change` in a transaction while no reader has the source; waits for one that has to let go.
 * Throws `NotFound`, and `Conflict` when the reader does not let go.
 */
export async function withSource<Answer>(
  id: string,
  change: (client: PoolClient, source: LockedSource) => Promise<Answer>,
): Promise<Answer> {
  const client = await pool().connect();
  let broken = true;
  try {
    await client.query(`BEGIN; SET LOCAL timezone = 'UTC'; SET LOCAL lock_timeout = ${READER_WAIT_MS}`);
    await waitForReader(client, id);
    await client.query('SET LOCAL lock_timeout = 0');
    const answer = await change(client, await lockedSource(client, id));
    await client.query('COMMIT');
    broken = false;
    return answer;
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

/** The lock is the reader's own (`claimSource`), held here until the transaction ends. */
async function waitForReader(client: PoolClient, id: string): Promise<void> {
  try {
    await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [id]);
  } catch (error) {
    if (sqlState(error) !== LOCK_NOT_AVAILABLE) throw error;
    throw new Conflict('the source is still being read and the reader does not stop; try again in a minute', {
      cause: error,
    });
  }
}

async function lockedSource(client: PoolClient, id: string): Promise<LockedSource> {
  const { rows } = await client.query<LockedSource>(
    `SELECT id::text AS id, state, modified, created_at AS created, zone_minutes AS "zoneMinutes", year
     FROM source WHERE id::text = $1 FOR UPDATE`,
    [id],
  );
  const [source] = rows;
  if (source === undefined) throw new NotFound(`there is no source "${id}"; it may have been deleted`);
  return source;
}
