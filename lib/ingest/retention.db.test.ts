import type { ClientBase } from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { selectionParameters } from '@/lib/interface';
import {
  changeRetention,
  changeSourceRetention,
  closeStore,
  countEvents,
  pool,
  previewRetention,
  previewSourceRetention,
  readRetention,
  readSource,
} from '@/lib/store';
import { clearStore, insertSource } from '@/lib/store/test-rows';
import { connectReader, expireNext, type ReaderConnection, retentionIsDue } from '@/lib/store/write';
import { RetentionSweep } from './retention-sweep';
import { eventsOf, filesOf } from './test-reading';
import { startReceiver, type TestReceiver } from './test-receiving';

const FOR_EVER = { keepDays: null, countsFrom: 'arrival', sizeMax: null } as const;
const OLD = [
  { raw: 'one', time: '2024-05-01T10:00:00Z' },
  { raw: 'two', time: '2024-05-01T11:00:00Z' },
];
const everything = () => countEvents(selectionParameters.parse({}));

let client: ReaderConnection;

beforeEach(async () => {
  await clearStore();
  await changeRetention(FOR_EVER);
  client = await connectReader('test');
});
afterEach(() => client.end());
afterAll(async () => {
  await changeRetention(FOR_EVER);
  await closeStore();
});

/** Deletes all that is due; answers how many events went at a time. */
async function sweep(): Promise<number[]> {
  const went: number[] = [];
  for (let next = await expireNext(client); next !== null; next = await expireNext(client)) went.push(next.events);
  return went;
}

async function arrivedDaysAgo(source: string, days: number): Promise<void> {
  await pool().query('UPDATE source SET created_at = now() - make_interval(days => $2) WHERE id = $1', [source, days]);
}

describe('an upload', () => {
  it.each([true, false])('goes whole, and its page says so (tables of its own: %s)', async (partition) => {
    const kept = await insertSource(OLD, { partition });
    const gone = await insertSource(OLD, { partition });
    await arrivedDaysAgo(gone.id, 31);
    const rule = { ...FOR_EVER, keepDays: 30 };
    expect(await previewRetention(rule)).toMatchObject({
      events: 2,
      sources: [{ id: gone.id, name: gone.name, events: 2, to: '2024-05-01T11:00:00.000Z' }],
    });
    expect(await everything()).toEqual({ count: 4, exact: true });
    await changeRetention(rule);
    expect(await sweep()).toEqual([2]);
    expect(await everything()).toEqual({ count: 2, exact: true });
    expect(await readSource(gone.id)).toMatchObject({
      ...{ events: 0, lines: 0, fileCount: 0, from: null, to: null },
      retention: { own: false, keepDays: 30, countsFrom: 'arrival' },
      expired: { events: 2, to: '2024-05-01T11:00:00.000Z' },
    });
    expect(await readSource(kept.id)).toMatchObject({ events: 2, fileCount: 1, expired: null });
    for (const table of ['event_row', 'raw_block', 'segment', 'file', 'event_part', 'column_block', 'value_count']) {
      const { rows } = await pool().query(`SELECT DISTINCT ${segmentIn(table)} AS segment FROM ${table}`);
      expect([table, rows]).toEqual([table, [{ segment: table === 'file' ? kept.file : kept.segment }]]);
    }
  });

  it('is written into the audit trail', async () => {
    const gone = await insertSource(OLD, { name: 'old bundle' });
    await arrivedDaysAgo(gone.id, 31);
    await changeRetention({ ...FOR_EVER, keepDays: 30 });
    await sweep();
    const { rows } = await pool().query(
      'SELECT actor, via, action, subject, path, outcome FROM audit_entry ORDER BY id',
    );
    expect(rows.at(-1)).toEqual({
      ...{ actor: 'retention', via: 'none', action: 'deleted old events', outcome: 'done' },
      ...{ subject: 'old bundle: 2 events up to 2024-05-01T11:00:00.000Z', path: `/sources/${gone.id}` },
    });
  });

  it('of old events that came just now stays, unless events count', async () => {
    const bundle = await insertSource(OLD);
    await changeRetention({ ...FOR_EVER, keepDays: 30 });
    expect(await sweep()).toEqual([]);
    expect((await previewRetention({ ...FOR_EVER, keepDays: 30, countsFrom: 'event' })).events).toBe(2);
    await changeRetention({ ...FOR_EVER, keepDays: 30, countsFrom: 'event' });
    expect(await sweep()).toEqual([2]);
    expect((await readSource(bundle.id)).expired?.events).toBe(2);
  });

  it('follows the word on its source', async () => {
    const source = await insertSource(OLD);
    await arrivedDaysAgo(source.id, 31);
    const own = { own: true, keepDays: 7 };
    expect((await previewSourceRetention(source.id, own)).events).toBe(2);
    expect((await previewSourceRetention(source.id, { own: true, keepDays: 60 })).events).toBe(0);
    await changeSourceRetention(source.id, { own: true, keepDays: null });
    await changeRetention({ ...FOR_EVER, keepDays: 7, sizeMax: 1 });
    await pool().query('UPDATE segment SET bytes = 100');
    expect(await sweep()).toEqual([]);
    expect(await readRetention()).toMatchObject({ bytes: 100, pending: false, sources: [{ id: source.id }] });
    await changeSourceRetention(source.id, own);
    expect(await readRetention()).toMatchObject({ pending: true });
    expect(await sweep()).toEqual([2]);
    await expect(changeSourceRetention('nothing', own)).rejects.toThrow('there is no source');
    await expect(previewSourceRetention('nothing', own)).rejects.toThrow('there is no source');
  });

  it('stays while somebody else has its source', async () => {
    const source = await insertSource(OLD);
    await arrivedDaysAgo(source.id, 31);
    await changeRetention({ ...FOR_EVER, keepDays: 30 });
    const other = await pool().connect();
    await other.query('SELECT pg_advisory_lock(hashtext($1))', [source.id]);
    expect(await sweep()).toEqual([]);
    await other.query('SELECT pg_advisory_unlock(hashtext($1))', [source.id]);
    other.release();
    expect(await sweep()).toEqual([2]);
  });

  it.each(['DELETE FROM event_row', 'DELETE FROM segment', 'UPDATE source', 'INSERT INTO audit_entry'])(
    'is there as before when deleting breaks off at "%s"',
    async (statement) => {
      const source = await insertSource(OLD);
      await arrivedDaysAgo(source.id, 31);
      await changeRetention({ ...FOR_EVER, keepDays: 30 });
      await expect(expireNext(breakingAt(client, statement))).rejects.toThrow('broken off');
      expect(await everything()).toEqual({ count: 2, exact: true });
      expect(await readSource(source.id)).toMatchObject({ events: 2, fileCount: 1, expired: null });
      expect(await retentionIsDue()).toBe(true);
      expect(await sweep()).toEqual([2]);
    },
  );
});

function segmentIn(table: string): string {
  return table === 'segment' || table === 'file' ? 'id' : 'segment';
}

/** A connection on which the first statement that begins so fails, as when the process dies there. */
function breakingAt(real: ReaderConnection, statement: string): ClientBase {
  return new Proxy(real, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (name !== 'query' || typeof value !== 'function') return value;
      return (text: string, ...rest: unknown[]) => {
        if (text.trimStart().startsWith(statement)) return Promise.reject(new Error('broken off'));
        return Reflect.apply(value, target, [text, ...rest]);
      };
    },
  });
}

describe('a stream', () => {
  let receiver: TestReceiver;

  beforeEach(async () => {
    receiver = await startReceiver({ limits: { events: 2, rawBytes: 1e9 } });
  });
  afterEach(() => receiver.close());

  const push = (text: string) => fetch(receiver.url, { method: 'POST', body: text });
  const age = (days: number) =>
    pool().query('UPDATE segment SET created_at = now() - make_interval(days => $1), grown_at = created_at', [days]);

  it('loses whole segments, never the one that grows, and its totals stay true', async () => {
    for (const text of ['a\nb', 'c\nd', 'e']) await push(text);
    await receiver.keeper.storeColumns();
    await age(31);
    await pool().query(`UPDATE segment SET grown_at = now() - interval '31 days' WHERE growth IS NULL`);
    await changeRetention({ ...FOR_EVER, keepDays: 30 });
    expect((await previewRetention({ ...FOR_EVER, keepDays: 30 })).events).toBe(4);
    expect(await sweep()).toEqual([4]);
    expect((await eventsOf(receiver.stream.id)).map(({ message }) => message)).toEqual(['e']);
    await push('f');
    expect(await readSource(receiver.stream.id)).toMatchObject({
      ...{ events: 2, lines: 2, bytes: 4, fileCount: 1 },
      expired: { events: 4 },
    });
    expect((await filesOf(receiver.stream.id)).map(({ events }) => events)).toEqual([2]);
  });

  it('that is silent closes its old segment by itself, so that this can go too', async () => {
    await push('a');
    await receiver.close();
    receiver = await startReceiver({ withoutToken: null });
    await pool().query(`UPDATE segment SET created_at = now() - interval '31 days'`);
    await receiver.keeper.sweep();
    await receiver.keeper.storeColumns();
    const { rows } = await pool().query('SELECT growth, columns FROM segment');
    expect(rows).toEqual([{ growth: null, columns: true }]);
  });
});

test('a change just before a sweep is not one that came after it', async () => {
  for (let change = 0; change < 50; change++) {
    await changeRetention({ ...FOR_EVER, keepDays: 7 });
    await sweep();
    expect(await readRetention()).toMatchObject({ pending: false });
  }
});

test('the reader looks once an hour, soon after a change, and not at once again after a failure', async () => {
  const source = await insertSource(OLD);
  await arrivedDaysAgo(source.id, 31);
  const retention = new RetentionSweep();
  expect(await retention.step(0)).toBe(false);
  expect(await retentionIsDue()).toBe(false);
  await changeRetention({ ...FOR_EVER, keepDays: 30 });
  expect(await retentionIsDue()).toBe(true);
  expect(await retention.step(0)).toBe(true);
  expect(await retention.step(0)).toBe(false);
  expect(await retentionIsDue()).toBe(false);
  await pool().query(
    `UPDATE retention SET swept_at = now() - interval '61 minutes', changed_at = now() - interval '2 hours'`,
  );
  expect(await retentionIsDue()).toBe(true);
});
