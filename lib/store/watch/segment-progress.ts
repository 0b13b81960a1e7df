import type { ClientBase } from 'pg';
import type { Seen, WatchedSegment } from './watched-segments';

/**
 * Keeps segments from being deleted or read again until the transaction ends, and answers those that still are what was looked
 * at. Streams wait that long to append to theirs.
 */
export async function holdSegments(
  client: ClientBase,
  segments: readonly WatchedSegment[],
): Promise<ReadonlySet<number>> {
  const { rows } = await client.query<Pick<WatchedSegment, 'id' | 'events' | 'numbers'>>(
    `SELECT id, events, coalesce(numbers, events) AS numbers FROM segment WHERE id = ANY ($1::int[])
     ORDER BY id FOR SHARE`,
    [segments.map(({ id }) => id)],
  );
  const now = new Map(rows.map((row) => [row.id, row]));
  return new Set(
    segments.flatMap(({ id, events, numbers }) => {
      const row = now.get(id);
      // A file that is taken out leaves its numbers; what is appended brings as many events as numbers.
      return row !== undefined && row.numbers - row.events === numbers - events ? [id] : [];
    }),
  );
}

/** Notes how far rules have looked through a segment, in the transaction that stores what they found. */
export async function saveProgress(client: ClientBase, segment: number, { generation, upTo }: Seen): Promise<void> {
  await client.query(
    `INSERT INTO rule_segment (segment, generation, upto) VALUES ($1, $2, $3)
     ON CONFLICT (segment) DO UPDATE SET generation = excluded.generation, upto = excluded.upto`,
    [segment, generation, upTo],
  );
}
