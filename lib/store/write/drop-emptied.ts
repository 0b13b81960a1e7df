import type { ClientBase } from 'pg';
import { Conflict } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { dropPartitions } from '../drop-partitions';

/**
 * Drops the tables of segments whose files were all read again into others. If others are busy with the events they stay,
 * empty, until the next time or until the source is deleted.
 */
export async function dropEmptied(client: ClientBase, sourceId: string): Promise<void> {
  await client.query('BEGIN');
  try {
    const { rows } = await client.query<{ id: number }>(
      'SELECT id FROM segment WHERE source_id = $1 AND partition AND blocks = 0',
      [sourceId],
    );
    const ids = rows.map((row) => row.id);
    await dropPartitions(client, ids);
    await client.query('DELETE FROM event_part WHERE segment = ANY ($1::int[])', [ids]);
    await client.query('DELETE FROM segment WHERE id = ANY ($1::int[])', [ids]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    if (!(error instanceof Conflict)) throw error;
    logger.warn('empty tables of a source were not dropped', { source: sourceId, error });
  }
}
