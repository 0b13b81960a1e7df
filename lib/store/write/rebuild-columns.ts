import type { ClientBase, QueryResultRow } from 'pg';
import { COLUMN, SegmentColumnsBuilder } from '@/lib/columns';
import { FIELDS } from '@/lib/events';
import { sql } from '@/lib/query';
import { micros, numberOf } from '../times';
import { writeColumns } from './column-rows';

/** Events read at a time. */
const PAGE_EVENTS = 20_000;

const SELECT = sql.join(
  [
    sql`event.n, ${micros(sql`event."time"`)} AS time, event.type, event.severity, event.file`,
    ...FIELDS.map(({ column }) => sql.identifier(column)),
  ],
  sql`, `,
);

/** The ids of segments whose columns are not stored, the largest first: they gain the most. */
export async function segmentsWithoutColumns(client: ClientBase): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `SELECT id FROM segment WHERE state = 'ready' AND NOT columns ORDER BY events DESC, id`,
  );
  return rows.map(({ id }) => id);
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
  await client.query('UPDATE segment SET columns = true WHERE id = $1', [segment]);
}

interface EventRow extends QueryResultRow {
  readonly n: number;
  readonly time: string | null;
  readonly type: number;
  readonly severity: number | null;
  readonly file: number;
  /** As the driver gives them: bigint as text. */
  readonly [field: string]: string | number | null;
}

function addRow(columns: SegmentColumnsBuilder, row: EventRow): void {
  columns.setTime(row.n, numberOf(row.time));
  columns.set(row.n, COLUMN.type, row.type);
  columns.set(row.n, COLUMN.severity, row.severity);
  columns.set(row.n, COLUMN.file, row.file);
  for (const { name, column, kind } of FIELDS) {
    const value = row[column] ?? null;
    const isNumber = kind === 'integer' || kind === 'number';
    columns.set(row.n, COLUMN[name], value !== null && isNumber ? Number(value) : value);
  }
}
