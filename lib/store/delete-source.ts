import type { PoolClient } from 'pg';
import { cancelSource } from './cancel-source';
import { columnEngine } from './columns';
import { dropPartitions } from './drop-partitions';
import { withSource } from './source-lock';
import { removeUnusedPatterns } from './used-patterns';

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
  const { deletedEvents, segments } = await withSource(source.id, async (client) => {
    const { rows } = await client.query<SegmentRow>(
      'SELECT id, partition, events FROM segment WHERE source_id = $1 ORDER BY id',
      [source.id],
    );
    const own = rows.filter(({ partition }) => partition);
    const ids = rows.map((row) => row.id);
    await dropPartitions(
      client,
      own.map((segment) => segment.id),
    );
    const shared = await deleteShared(client, rows);
    const deletedEvents = own.reduce((sum, segment) => sum + segment.events, shared);
    await client.query('DELETE FROM event_part WHERE segment = ANY ($1::int[])', [ids]);
    await client.query('DELETE FROM column_block WHERE segment = ANY ($1::int[])', [ids]);
    await client.query('DELETE FROM value_count WHERE segment = ANY ($1::int[])', [ids]);
    await client.query('DELETE FROM tally WHERE segment = ANY ($1::int[])', [ids]);
    await client.query('DELETE FROM raw_tail WHERE segment = ANY ($1::int[])', [ids]);
    await client.query('DELETE FROM batch WHERE source = $1', [source.id]);
    await client.query('DELETE FROM record_key WHERE source = $1', [source.id]);
    await client.query('DELETE FROM segment WHERE source_id = $1', [source.id]);
    await client.query('DELETE FROM file WHERE source_id = $1', [source.id]);
    await client.query('DELETE FROM source WHERE id = $1', [source.id]);
    await removeUnusedPatterns(client);
    return { deletedEvents, segments: ids };
  });
  columnEngine().cache.forget(new Set(segments));
  return { deletedEvents };
}

async function deleteShared(client: PoolClient, segments: readonly SegmentRow[]): Promise<number> {
  const ids = segments.filter(({ partition }) => !partition).map((segment) => segment.id);
  if (ids.length === 0) return 0;
  const { rowCount } = await client.query('DELETE FROM event_row WHERE segment = ANY ($1::int[])', [ids]);
  await client.query('DELETE FROM raw_block WHERE segment = ANY ($1::int[])', [ids]);
  return rowCount ?? 0;
}
