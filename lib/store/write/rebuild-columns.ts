import type { ClientBase } from 'pg';
import { type SegmentColumns, SegmentColumnsBuilder } from '@/lib/columns';
import { TALLIED } from '@/lib/detections';
import { pool } from '../client';
import { addColumns } from '../column-parts';
import { rowsOver } from '../rows-over';
import { writeColumns } from './column-rows';
import { writeTallies } from './tally-rows';

/** The segments whose columns are not stored, the largest first: they gain the most. */
export async function segmentsWithoutColumns(): Promise<number[]> {
  const { rows } = await pool().query<{ id: number }>(
    `SELECT id FROM segment WHERE state = 'ready' AND NOT columns AND growth IS NULL ORDER BY events DESC, id`,
  );
  return rows.map(({ id }) => id);
}

/** The segments of which other things were counted than are counted now, or nothing, the largest first. */
export async function segmentsWithoutTallies(): Promise<number[]> {
  const { rows } = await pool().query<{ id: number }>(
    `SELECT id FROM segment WHERE state = 'ready' AND columns AND growth IS NULL AND tallied IS DISTINCT FROM $1
     ORDER BY events DESC, id`,
    [TALLIED],
  );
  return rows.map(({ id }) => id);
}

/** Takes all columns for out of date; questions are answered by SQL until they are made anew. */
export async function forgetColumns(client: ClientBase): Promise<void> {
  await client.query('UPDATE segment SET columns = false');
  await client.query('DELETE FROM column_part');
}

/**
 * Makes the columns of a segment anew from its events and stores them in place of any that are there. Answers false when
 * the segment is gone.
 */
export function rebuildColumns(client: ClientBase, segment: number): Promise<boolean> {
  return rebuild(client, segment, replaceColumns);
}

/** Counts the events of a segment anew for detectors. Answers false when the segment is gone. */
export function rebuildTallies(client: ClientBase, segment: number): Promise<boolean> {
  return rebuild(client, segment, replaceTallies);
}

async function rebuild(client: ClientBase, segment: number, replace: typeof replaceColumns): Promise<boolean> {
  await client.query('BEGIN');
  try {
    // Held so that no file is taken out of it meanwhile.
    const { rows } = await client.query<{ numbers: number }>(
      'SELECT coalesce(numbers, events) AS numbers FROM segment WHERE id = $1 FOR UPDATE',
      [segment],
    );
    const [found] = rows;
    if (found !== undefined) await replace(client, segment, found.numbers);
    await client.query('COMMIT');
    return found !== undefined;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function replaceColumns(client: ClientBase, segment: number, numbers: number): Promise<void> {
  const columns = await columnsOf(client, segment, numbers);
  for (const table of ['column_block', 'column_part', 'value_count', 'tally']) {
    await client.query(`DELETE FROM ${table} WHERE segment = $1`, [segment]);
  }
  await writeColumns(client, segment, columns);
  await writeTallies(client, segment, columns);
  await client.query('UPDATE segment SET columns = true, tallied = $2, growth = NULL WHERE id = $1', [
    segment,
    TALLIED,
  ]);
}

async function replaceTallies(client: ClientBase, segment: number, numbers: number): Promise<void> {
  const columns = await columnsOf(client, segment, numbers);
  await client.query('DELETE FROM tally WHERE segment = $1', [segment]);
  await writeTallies(client, segment, columns);
  await client.query('UPDATE segment SET tallied = $2 WHERE id = $1', [segment, TALLIED]);
}

async function columnsOf(client: ClientBase, segment: number, numbers: number): Promise<SegmentColumns> {
  const columns = new SegmentColumnsBuilder();
  await addColumns(rowsOver(client), segment, columns, { from: 0, to: numbers });
  return columns.finish(numbers);
}
