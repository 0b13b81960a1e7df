import { cancelSource } from './cancel-source';
import { columnEngine } from './columns';
import { type DroppedSegment, dropSegments } from './drop-segments';
import { withSource } from './source-lock';

/**
 * Deletes a source with its events, blocks and files, and says how many events that were. A source that is still being
 * read is cancelled first. Throws `NotFound`, and `Conflict` when readers do not make way.
 */
export async function deleteSource(id: string): Promise<{ deletedEvents: number }> {
  const source = await cancelSource(id);
  const { deletedEvents, segments } = await withSource(source.id, async (client) => {
    const { rows } = await client.query<DroppedSegment>(
      'SELECT id, partition, events FROM segment WHERE source_id = $1 ORDER BY id',
      [source.id],
    );
    const deletedEvents = await dropSegments(client, rows);
    await client.query('DELETE FROM batch WHERE source = $1', [source.id]);
    await client.query('DELETE FROM record_key WHERE source = $1', [source.id]);
    await client.query('DELETE FROM file WHERE source_id = $1', [source.id]);
    await client.query('DELETE FROM source WHERE id = $1', [source.id]);
    return { deletedEvents, segments: rows.map((row) => row.id) };
  });
  columnEngine().cache.forget(new Set(segments));
  return { deletedEvents };
}
