import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { Conflict } from '@/lib/errors';
import { cancelSource } from './cancel-source';
import { sqlState } from './read-only';
import { withSource } from './source-lock';

interface SegmentRow {
  readonly id: number;
  readonly partition: boolean;
  readonly events: number;
}

/**
 * Deletes a source with its events, blocks and files, and says how many events that were. A source that is still being
 * read is cancelled first. Throws `NotFound`, and `Conflict` when readers do not make way.
 */
export async function deleteSource(id: string): Promise<{ deletedEvents: number }> {
  const source = await cancelSource(id);
  return withSource(source.id, async (client) => {
    const { rows } = await client.query<SegmentRow>(
      'SELECT id, partition, events FROM segment WHERE source_id = $1 ORDER BY id',
      [source.id],
    );
    const own = rows.filter(({ partition }) => partition);
    if (own.length > 0) await lockTables(client);
    const ids = rows.map((row) => row.id);
    const deletedEvents = (await deleteShared(client, rows)) + (await dropPartitions(client, own));
    await client.query('DELETE FROM column_block WHERE segment = ANY ($1::int[])', [ids]);
    await client.query('DELETE FROM value_count WHERE segment = ANY ($1::int[])', [ids]);
    await client.query('DELETE FROM segment WHERE source_id = $1', [source.id]);
    await client.query('DELETE FROM file WHERE source_id = $1', [source.id]);
    await client.query('DELETE FROM source WHERE id = $1', [source.id]);
    return { deletedEvents };
  });
}

/** How long the lock may be waited for at a time: everybody who comes later waits behind it. */
const LOCK_WAIT_MS = 500;
const LOCK_PAUSE_MS = 200;
const LOCK_TRIES = 90;
/** Lock not available; a deadlock with a segment that is being attached. */
const WORTH_TRYING_AGAIN: ReadonlySet<string | null> = new Set(['55P03', '40P01']);

/** Dropping a partition needs its parent and the default partition to itself. */
async function lockTables(client: PoolClient): Promise<void> {
  await client.query(`SET LOCAL lock_timeout = ${LOCK_WAIT_MS}`);
  for (let tried = 1; ; tried += 1) {
    await client.query('SAVEPOINT before_lock');
    try {
      await client.query('LOCK TABLE event, raw_block IN ACCESS EXCLUSIVE MODE');
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

async function deleteShared(client: PoolClient, segments: readonly SegmentRow[]): Promise<number> {
  const ids = segments.filter(({ partition }) => !partition).map((segment) => segment.id);
  if (ids.length === 0) return 0;
  const { rowCount } = await client.query('DELETE FROM event WHERE segment = ANY ($1::int[])', [ids]);
  await client.query('DELETE FROM raw_block WHERE segment = ANY ($1::int[])', [ids]);
  return rowCount ?? 0;
}

async function dropPartitions(client: PoolClient, segments: readonly SegmentRow[]): Promise<number> {
  let events = 0;
  for (const segment of segments) {
    // Names of tables cannot be bound; the id is an integer column's value.
    const number = Math.trunc(segment.id);
    await client.query(`DROP TABLE IF EXISTS event_${number}, raw_block_${number}`);
    events += segment.events;
  }
  return events;
}
