import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { selectionParameters } from '@/lib/interface';
import { cancelSource } from './cancel-source';
import { closeStore, pool } from './client';
import { countEvents } from './count-events';
import { deleteSource } from './delete-source';
import { readSource } from './read-sources';
import { clearStore, insertSource, type TestEvent } from './test-rows';

beforeEach(clearStore);
afterAll(closeStore);

const LINES: readonly TestEvent[] = [{ raw: 'one', time: '2024-05-01T10:00:00Z' }, { raw: 'two' }];

describe('deleting a source', () => {
  it.each([true, false])('takes all that belongs to it and nothing else (tables of its own: %s)', async (partition) => {
    const kept = await insertSource(LINES, { partition });
    const gone = await insertSource(LINES, { partition });
    expect(await deleteSource(gone.id.toUpperCase())).toEqual({ deletedEvents: 2 });
    await expect(readSource(gone.id)).rejects.toThrow('there is no source');
    expect(await countEvents(selectionParameters.parse({}))).toEqual({ count: 2, exact: true });
    for (const table of ['event', 'raw_block', 'segment', 'file', 'source']) {
      const { rows } = await pool().query(`SELECT count(*)::int AS count FROM ${table}`);
      expect([table, rows]).toEqual([table, [{ count: table === 'event' ? 2 : 1 }]]);
    }
    expect((await readSource(kept.id)).events).toBe(2);
  });

  it('waits for the reader to let go', async () => {
    const source = await insertSource(LINES);
    await pool().query(`UPDATE source SET state = 'reading' WHERE id = $1`, [source.id]);
    const reader = await pool().connect();
    await reader.query('SELECT pg_advisory_lock(hashtext($1))', [source.id]);
    const deleting = deleteSource(source.id);
    let cancelled = false;
    while (!cancelled) {
      const { rows } = await reader.query<{ cancelled: boolean }>('SELECT cancelled FROM source WHERE id = $1', [
        source.id,
      ]);
      cancelled = rows[0]?.cancelled ?? true;
    }
    expect(await countEvents(selectionParameters.parse({}))).toEqual({ count: 2, exact: true });
    await reader.query('SELECT pg_advisory_unlock(hashtext($1))', [source.id]);
    reader.release();
    expect(await deleting).toEqual({ deletedEvents: 2 });
  });
});

it('cancelling ends an upload at once and tells the reader of another', async () => {
  const source = await insertSource(LINES);
  expect(await cancelSource(source.id)).toMatchObject({ state: 'ready' });
  await pool().query(`UPDATE source SET state = 'reading' WHERE id = $1`, [source.id]);
  expect(await cancelSource(source.id)).toMatchObject({ state: 'reading' });
  await pool().query(`UPDATE source SET state = 'receiving', cancelled = false WHERE id = $1`, [source.id]);
  expect(await cancelSource(source.id)).toMatchObject({ state: 'failed' });
});
