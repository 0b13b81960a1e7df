import { afterAll, beforeAll, expect, it } from 'vitest';
import { BadRequest } from '@/lib/errors';
import { selectionParameters } from '@/lib/interface';
import { QueryError } from '@/lib/query';
import { closeStore, pool } from './client';
import { countEvents } from './count-events';
import { readFacets } from './read-facets';
import { readQuery } from './read-query';
import { clearStore, insertSource, type TestEvent } from './test-rows';

const DAY = 86_400_000;
const START = Date.parse('2024-03-01T00:00:00Z');

/** An event each hour over ten days; a user of his own in the last two, another only in the first. */
const EVENTS: readonly TestEvent[] = Array.from({ length: 240 }, (_, hour) => ({
  raw: `hour ${hour} ${hour % 2 === 0 ? 'even' : 'odd'}`,
  time: new Date(START + hour * 3_600_000).toISOString(),
  type: 'audit',
  severity: hour % 10 === 0 ? 'error' : 'info',
  fields: { user: hour >= 200 && hour % 3 === 0 ? 'eve' : hour < 20 ? 'old' : 'ada', bytes: hour, verb: 'get' },
  attributes: { 'audit.level': hour % 2 === 0 ? 'Metadata' : 'Request' },
}));

beforeAll(async () => {
  await clearStore();
  await insertSource(EVENTS, { name: 'first.log', path: 'a/first.log', partition: true });
  await insertSource(
    [
      { raw: 'no time', type: 'node' },
      { raw: 'big', type: 'network', fields: { bytes: 9_007_199_254_740_990 } },
    ],
    { name: 'second.log', path: 'b.log' },
  );
});
afterAll(closeStore);

function ask(q: string, more: Record<string, string> = {}) {
  return readQuery(selectionParameters.parse({ q, ...more }));
}

it('counts by fields, attributes, sources and files', async () => {
  expect(await ask('type:audit | count by user')).toEqual({
    columns: ['user', 'count'],
    rows: [
      ['ada', 207],
      ['old', 20],
      ['eve', 13],
    ],
    kinds: [
      { kind: 'text', unit: null, field: 'user', interval: null },
      { kind: 'integer', unit: null, field: null, interval: null },
    ],
    total: 3,
    truncated: false,
    exact: true,
    words: 'Events where type is audit; how many there are for each user.',
    notes: [],
    baseline: null,
  });
  expect((await ask('* | count by audit.level')).rows).toEqual([
    ['Metadata', 120],
    ['Request', 120],
    [null, 2],
  ]);
  expect((await ask('* | count by source, file')).rows).toEqual([
    ['first.log', 'a/first.log', 240],
    ['second.log', 'b.log', 2],
  ]);
  expect((await ask('even | count, sum bytes by severity')).rows).toEqual([
    ['info', 96, 11520],
    ['error', 24, 2760],
  ]);
});

it('agrees with the count and the facets of its filter', async () => {
  const q = 'type:audit | where severity:error even | top 5 user';
  const { rows } = await ask(q);
  const { count } = await countEvents(selectionParameters.parse({ q }));
  expect(rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(count);
  const { fields } = await readFacets({ ...selectionParameters.parse({ q }), fields: 'user', limit: 5 });
  expect(rows).toEqual(fields.user?.values.map(({ value, count: events }) => [value, events]));
});

it('keeps whole numbers exact beyond what a number can hold', async () => {
  const { rows } = await ask('* | sum bytes, max bytes');
  expect(rows).toEqual([['9007199254769670', 9_007_199_254_740_990]]);
});

it('says what is new, and how far back it could look', async () => {
  const from = new Date(START + 8 * DAY).toISOString();
  const recent = await ask('type:audit | new user vs 7d', { from });
  expect(recent.columns).toEqual(['user', 'first_seen', 'count']);
  expect(recent.rows).toEqual([['eve', '2024-03-09T09:00:00.000Z', 13]]);
  expect(recent.notes).toEqual([]);
  expect(recent.baseline).toEqual({
    asked: 7 * DAY,
    covered: 7 * DAY,
    from: new Date(START + DAY).toISOString(),
    to: from,
  });
  const short = await ask('type:audit | new user vs 30d', { from });
  expect(short.baseline?.covered).toBe(8 * DAY);
  expect(short.notes).toEqual([
    'The stored data begins at 2024-03-01T00:00:00.000Z: it was compared with 8 d and not with 30 d.',
  ]);
  const all = await ask('type:audit | new user');
  expect(all.rows).toHaveLength(3);
  expect(all.notes).toEqual([expect.stringMatching(/^No beginning of the range/)]);
  const first = await ask('type:audit | new user', { from: '2024-01-01T00:00:00Z' });
  expect(first.notes).toEqual([expect.stringMatching(/^There is no stored data before/)]);
});

it('draws a timeline whose stretches fit the range', async () => {
  const given = await ask('* | timeline 1d', { from: '2024-03-01T00:00:00Z', to: '2024-03-03T00:00:00Z' });
  expect(given.rows).toEqual([
    ['2024-03-01T00:00:00.000Z', 24],
    ['2024-03-02T00:00:00.000Z', 24],
  ]);
  expect(given.kinds[0]).toEqual({ kind: 'time', unit: null, field: 'time', interval: DAY });
  const fitted = await ask('* | timeline by type');
  expect(fitted.kinds[0]?.interval).toBe(6 * 3_600_000);
  expect(fitted.rows.at(-1)?.slice(0, 2)).toEqual([null, 'network']);
  expect(fitted.rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(242);
});

it('answers a filter alone with its newest events', async () => {
  const { columns, rows, total, truncated } = await ask('user:eve');
  expect(columns).toEqual(['time', 'type', 'severity', 'namespace', 'pod', 'message', 'id']);
  expect(rows).toHaveLength(13);
  expect(rows[0]?.slice(0, 6)).toEqual([
    expect.stringMatching(/^2024-03-10T/),
    'audit',
    'info',
    null,
    null,
    expect.any(String),
  ]);
  expect({ total, truncated }).toEqual({ total: 13, truncated: false });
});

it('tells how many rows there are where it gives fewer', async () => {
  await pool().query(`INSERT INTO event_row (segment, n, file, line, lines, block, raw_offset, raw_length, time_guess, type, format, message)
    SELECT 1999999990, n, 0, 1, 1, 0, 0, 0, 0, 1, 'plain', 'filler ' || n FROM generate_series(1, 10500) AS n`);
  const events = await ask('format:plain message:filler*');
  expect([events.rows.length, events.total, events.truncated]).toEqual([1000, 10500, true]);
  const groups = await ask('message:filler* | count by message');
  expect([groups.rows.length, groups.total, groups.truncated]).toEqual([10000, 10500, true]);
  const limited = await ask('message:filler* | count by message | limit 3');
  expect([limited.rows.length, limited.total, limited.truncated]).toEqual([3, 3, false]);
  await pool().query('DELETE FROM event_row WHERE segment = 1999999990');
});

it('says in its words which types were asked for beside the query', async () => {
  expect((await ask('user:eve | count', { type: 'audit' })).words).toBe(
    'Events where type is audit and user is eve; how many there are.',
  );
  expect((await ask('', { type: 'audit,node' })).words).toBe('Events where type is audit or is node.');
});

it('refuses what cannot be read, with its place', async () => {
  await expect(async () => ask('* | cuont by user')).rejects.toThrow(QueryError);
  await expect(ask('* | count', { from: 'yesterdayish' })).rejects.toThrow(BadRequest);
});

it('says that a column is empty because no event has its field', async () => {
  const { notes } = await ask('type:audit | count by usr, verb');
  expect(notes).toEqual(['No event here has a field “usr”; did you mean user?']);
  expect((await ask('type:audit | count by audit.level')).notes).toEqual([]);
});
