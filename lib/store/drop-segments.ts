import type { ClientBase } from 'pg';
import { dropPartitions } from './drop-partitions';
import { removeUnusedPatterns } from './used-patterns';

/** A segment that is to go. */
export interface DroppedSegment {
  readonly id: number;
  readonly partition: boolean;
  readonly events: number;
}

/** What is in tables of its own where a segment has such. */
const OWN = ['event_row', 'raw_block'];
/** What is always in tables that segments share; the segment itself is last. */
const SHARED = ['event_part', 'column_block', 'column_part', 'value_count', 'tally', 'raw_tail'];
/** What rules write while they hold the segment: it must be gone before, so that they add nothing behind our back. */
const OF_RULES = ['rule_segment', 'rule_hit'];

/**
 * Deletes segments with all that they hold, in the transaction of the caller, and answers how many events went. Files and
 * sources are the caller's. Throws `Conflict` when others do not make way.
 */
export async function dropSegments(client: ClientBase, segments: readonly DroppedSegment[]): Promise<number> {
  const own = segments.filter(({ partition }) => partition);
  await dropPartitions(
    client,
    own.map(({ id }) => id),
  );
  const ids = segments.map(({ id }) => id);
  const shared = segments.filter(({ partition }) => !partition).map(({ id }) => id);
  const [events = 0] = await deleteFrom(client, OWN, shared);
  await deleteFrom(client, SHARED, ids);
  await client.query('DELETE FROM segment WHERE id = ANY ($1::int[])', [ids]);
  await deleteFrom(client, OF_RULES, ids);
  await removeUnusedPatterns(client);
  return own.reduce((sum, segment) => sum + segment.events, events);
}

/** Answers for each table how many rows went. */
async function deleteFrom(
  client: ClientBase,
  tables: readonly string[],
  segments: readonly number[],
): Promise<number[]> {
  if (segments.length === 0) return [];
  const counts: number[] = [];
  for (const table of tables) {
    const { rowCount } = await client.query(`DELETE FROM ${table} WHERE segment = ANY ($1::int[])`, [segments]);
    counts.push(rowCount ?? 0);
  }
  return counts;
}
