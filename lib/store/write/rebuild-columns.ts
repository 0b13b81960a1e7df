import type { ClientBase, QueryResultRow } from 'pg';
import { COLUMN, SegmentColumnsBuilder } from '@/lib/columns';
import { FIELDS } from '@/lib/events';
import { sql } from '@/lib/query';
import { pool } from '../client';
import { micros, numberOf } from '../times';
import { writeColumns } from './column-rows';

/** Events read at a time. */
const PAGE_EVENTS = 20_000;

const SELECT = sql.join(
  [
    sql`event.n, ${micros(sql`event."time"`)} AS time, event.type, event.severity, event.file, event.attributes`,
    ...FIELDS.map(({ column }) => sql.identifier(column)),
  ],
  sql`, `,
);

/** The segments whose columns are not stored, the largest first: they gain the most. */
export async function segmentsWithoutColumns(): Promise<number[]> {
  const { rows } = await pool().query<{ id: number }>(
    `SELECT id FROM segment WHERE state = 'ready' AND NOT columns AND growth IS NULL ORDER BY events DESC, id`,
  );
  return rows.map(({ id }) => id);
}

/** Takes all columns for out of date; questions are answered by SQL until they are made anew. */
export async function forgetColumns(client: ClientBase): Promise<void> {
  await client.query('UPDATE segment SET columns = false');
}

/**
 * Makes the columns of a segment anew from its events and stores them in place of any that are there. Answers false when
 * the segment is gone.
 */
export async function rebuildColumns(client: ClientBase, segment: number): Promise<boolean> {
  await client.query('BEGIN');
  try {
    // Held so that no file is taken out of it meanwhile.
    const { rows } = await client.query<{ numbers: number }>(
      'SELECT coalesce(numbers, events) AS numbers FROM segment WHERE id = $1 FOR UPDATE',
      [segment],
    );
    const [found] = rows;
    if (found !== undefined) await replaceColumns(client, segment, found.numbers);
    await client.query('COMMIT');
    return found !== undefined;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function replaceColumns(client: ClientBase, segment: number, numbers: number): Promise<void> {
  const columns = new SegmentColumnsBuilder();
  for (let from = 0; from < numbers; from += PAGE_EVENTS) {
    const { rows } = await client.query<EventRow>(
      sql`SELECT ${SELECT} FROM event
        WHERE event.segment = ${segment} AND event.n >= ${from} AND event.n < ${from + PAGE_EVENTS}`.toQuery(),
    );
    for (const row of rows) addRow(columns, row);
  }
  for (const table of ['column_block', 'value_count']) {
    await client.query(`DELETE FROM ${table} WHERE segment = $1`, [segment]);
  }
  await writeColumns(client, segment, columns.finish(numbers));
  await client.query('UPDATE segment SET columns = true, growth = NULL WHERE id = $1', [segment]);
}

interface EventRow extends QueryResultRow {
  readonly n: number;
  readonly time: string | null;
  readonly type: number;
  readonly severity: number | null;
  readonly file: number;
  readonly attributes: unknown;
  /** As the driver gives them: bigint as text. */
  readonly [field: string]: unknown;
}

function addRow(columns: SegmentColumnsBuilder, row: EventRow): void {
  columns.setTime(row.n, numberOf(row.time));
  columns.set(row.n, COLUMN.type, row.type);
  columns.set(row.n, COLUMN.severity, row.severity);
  columns.set(row.n, COLUMN.file, row.file);
  columns.setAttributes(row.n, scalarsOf(row.attributes));
  for (const { name, column, kind } of FIELDS) {
    const value = row[column];
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    columns.set(row.n, COLUMN[name], kind === 'integer' || kind === 'number' ? Number(value) : value);
  }
}

/** What `->>` makes of attributes: texts of anything but null. */
function scalarsOf(attributes: unknown): Record<string, string | number | boolean> {
  const scalars: Record<string, string | number | boolean> = Object.create(null);
  if (typeof attributes !== 'object' || attributes === null) return scalars;
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') scalars[name] = value;
    else if (value !== null) scalars[name] = JSON.stringify(value);
  }
  return scalars;
}
