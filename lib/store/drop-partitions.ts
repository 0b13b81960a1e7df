import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import { Conflict } from '@/lib/errors';
import { sqlState } from './read-only';

/** How long the lock may be waited for at a time: everybody who comes later waits behind it. */
const LOCK_WAIT_MS = 500;
const LOCK_PAUSE_MS = 200;
const LOCK_TRIES = 90;
/** Lock not available; a deadlock with a segment that is being attached. */
const WORTH_TRYING_AGAIN: ReadonlySet<string | null> = new Set(['55P03', '40P01']);

/**
 * Drops the tables of segments that have tables of their own, in the transaction of the caller, which holds up all
 * questions from here to its end. Throws `Conflict` when others do not make way.
 */
export async function dropPartitions(client: ClientBase, segments: readonly number[]): Promise<void> {
  if (segments.length === 0) return;
  await lockTables(client);
  for (const segment of segments) {
    // Names of tables cannot be bound; the id is an integer column's value.
    const number = Math.trunc(segment);
    await client.query(`DROP TABLE IF EXISTS event_${number}, raw_block_${number}`);
  }
}

/** Dropping a partition needs its parent and the default partition to itself. */
async function lockTables(client: ClientBase): Promise<void> {
  await client.query(`SET LOCAL lock_timeout = ${LOCK_WAIT_MS}`);
  for (let tried = 1; ; tried += 1) {
    await client.query('SAVEPOINT before_lock');
    try {
      await client.query('LOCK TABLE event_row, raw_block IN ACCESS EXCLUSIVE MODE');
      break;
    } catch (error) {
      await client.query('ROLLBACK TO SAVEPOINT before_lock');
      if (!WORTH_TRYING_AGAIN.has(sqlState(error))) throw error;
      if (tried >= LOCK_TRIES) {
        throw new Conflict('others are busy with the events; nothing was deleted, try again later', { cause: error });
      }
      await sleep(LOCK_PAUSE_MS);
    }
  }
  await client.query('SET LOCAL lock_timeout = 0');
}
