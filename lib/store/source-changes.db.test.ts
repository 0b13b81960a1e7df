import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { TIME_GUESS } from '@/lib/events';
import { eventsParameters, selectionParameters } from '@/lib/interface';
import { cancelSource } from './cancel-source';
import { closeStore, pool } from './client';
import { countEvents } from './count-events';
import { deleteSource } from './delete-source';
import { patchSource } from './patch-source';
import { readEvents } from './read-events';
import { readOverview } from './read-overview';
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

describe('putting times right', () => {
  const { zone, year } = TIME_GUESS;
  const EVENTS: readonly TestEvent[] = [
    { raw: 'sure', time: '2024-01-01T12:00:00.123456Z' },
    { raw: 'no zone', time: '2023-12-31T23:30:00Z', timeGuess: zone },
    { raw: 'no year 1', time: '2023-12-31T23:59:00Z', timeGuess: zone | year },
    { raw: 'no year 2', time: '2024-01-01T00:01:00Z', timeGuess: zone | year },
    { raw: 'untimed' },
  ];

  async function times(): Promise<Record<string, string | null>> {
    const { events } = await readEvents(eventsParameters.parse({}));
    return Object.fromEntries(events.map((event) => [event.message, event.time]));
  }

  it.each([true, false])(
    'moves what was guessed, and only that, and back again (tables of its own: %s)',
    async (partition) => {
      const { id } = await insertSource(EVENTS, { partition });
      const before = await times();
      await patchSource(id, { zoneMinutes: 120 });
      expect(await times()).toEqual({
        sure: '2024-01-01T12:00:00.123456Z',
        'no zone': '2023-12-31T21:30:00.000Z',
        'no year 1': '2023-12-31T21:59:00.000Z',
        'no year 2': '2023-12-31T22:01:00.000Z',
        untimed: null,
      });
      await patchSource(id, { year: 2020 });
      expect(await times()).toMatchObject({
        'no year 1': '2019-12-31T21:59:00.000Z',
        'no year 2': '2019-12-31T22:01:00.000Z',
      });
      const { files, from, zoneMinutes, year: said } = await readSource(id);
      expect([files[0]?.from, from, zoneMinutes, said]).toEqual([from, '2019-12-31T21:59:00.000Z', 120, 2020]);
      await pool().query(`UPDATE source SET modified = '2024-01-02' WHERE id = $1`, [id]);
      await patchSource(id, { year: null, zoneMinutes: null });
      expect(await times()).toEqual(before);
      expect((await readSource(id)).from).toBe('2023-12-31T23:30:00.000Z');
    },
  );

  it('shows in the overview and no longer calls the time a guess', async () => {
    const { id } = await insertSource(EVENTS);
    const guesses = async () => (await readEvents(eventsParameters.parse({ q: '"no zone"' }))).events[0]?.timeGuess;
    const first = async () => (await readOverview()).types[0]?.from;
    expect([await first(), await guesses()]).toEqual(['2023-12-31T23:30:00.000Z', ['zone']]);
    await patchSource(id, { zoneMinutes: 60 });
    expect([await first(), await guesses()]).toEqual(['2023-12-31T22:30:00.000Z', []]);
  });

  it('is refused while the source is being read', async () => {
    const { id } = await insertSource(EVENTS);
    await pool().query(`UPDATE source SET state = 'reading' WHERE id = $1`, [id]);
    await expect(patchSource(id, { year: 2020 })).rejects.toThrow('still being read');
  });
});
