import type { ClientBase } from 'pg';
import { keepPatterns } from '../used-patterns';
import { patternBook } from './pattern-book';
import type { GrowingPatternParts } from './pattern-parts';

/** The highest number of a part that a segment has; 0 for none. */
export async function lastPartOf(client: ClientBase, segment: number): Promise<number> {
  const { rows } = await client.query<{ last: number }>(
    'SELECT coalesce(max(id), 0) AS last FROM event_part WHERE segment = $1',
    [segment],
  );
  return rows[0]?.last ?? 0;
}

/** Stores the parts that were numbered since the last time, and their patterns as far as they are new, in the transaction of the caller. */
export async function savePatternParts(
  client: ClientBase,
  segment: number,
  patterns: GrowingPatternParts,
): Promise<void> {
  const parts = patterns.takeNew();
  if (parts.length === 0) return;
  await keepPatterns(client);
  const ids = await patternBook().store(parts.map(({ shape }) => shape));
  for (const { id, shape } of parts) patterns.name(id, ids.get(shape) ?? '');
  await client.query('INSERT INTO event_part (segment, id, pattern) SELECT $1, * FROM unnest($2::int[], $3::text[])', [
    segment,
    parts.map(({ id }) => id),
    parts.map(({ id }) => patterns.names.get(id)),
  ]);
}
