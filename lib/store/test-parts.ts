import type { ClientBase } from 'pg';
import { FIELDS } from '@/lib/events';
import { KIND, PART_GROUPS } from './parts';

/**
 * Gives every second event of a segment parts, as the writer gives them to events that repeat: what a group says of it, and all
 * of its attributes, go out of its row. What view `event` says of it stays the same. Fixture of the database tests.
 */
export async function shareParts(client: Pick<ClientBase, 'query'>, segment: number): Promise<void> {
  for (const [number, { name, fields }] of PART_GROUPS.entries()) {
    const names: ReadonlySet<string> = new Set(fields);
    const columns = FIELDS.filter((field) => names.has(field.name)).map(({ column }) => `"${column}"`);
    if (number === KIND) columns.push('attributes');
    const listed = columns.join(', ');
    await client.query(
      `WITH combination AS (SELECT DISTINCT ${listed} FROM event_row WHERE segment = ${segment} AND n % 2 = 0),
         part AS (SELECT row_number() OVER ()::int + ${number * 1_000_000} AS id, combination.* FROM combination),
         stored AS (INSERT INTO event_part (segment, id, ${listed}) SELECT ${segment}, id, ${listed} FROM part)
       UPDATE event_row SET ${name}_part = part.id, ${columns.map((column) => `${column} = NULL`).join(', ')}
       FROM part WHERE event_row.segment = ${segment} AND n % 2 = 0
         AND ROW(${columns.map((column) => `event_row.${column}`).join(', ')})
           IS NOT DISTINCT FROM ROW(${columns.map((column) => `part.${column}`).join(', ')})`,
    );
  }
}
