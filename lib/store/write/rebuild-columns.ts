import type { ClientBase } from 'pg';
import { SegmentColumnsBuilder } from '@/lib/columns';
import { pool } from '../client';
import { addColumnRow, type ColumnRow, columnRows } from '../column-row';
import { writeColumns } from './column-rows';

/** Events read at a time. */
const PAGE_EVENTS = 20_000;

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
    const { rows } = await client.query<ColumnRow>(columnRows(segment, from, from + PAGE_EVENTS).toQuery());
    for (const row of rows) addColumnRow(columns, row);
  }
  for (const table of ['column_block', 'value_count']) {
    await client.query(`DELETE FROM ${table} WHERE segment = $1`, [segment]);
  }
  await writeColumns(client, segment, columns.finish(numbers));
  await client.query('UPDATE segment SET columns = true, growth = NULL WHERE id = $1', [segment]);
}
