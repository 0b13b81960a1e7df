import { afterAll, beforeAll, expect, it } from 'vitest';
import { compareParameters } from '@/lib/interface';
import { closeStore, pool } from '../client';
import { countEvents } from '../count-events';
import { clearStore, insertSource, type TestEvent } from '../test-rows';
import { readComparison } from './read-comparison';

const START = Date.parse('2024-03-01T00:00:00Z');
const at = (minute: number) => new Date(START + minute * 60_000).toISOString();

/** An event a minute over ten hours. In the sixth hour mallory reads secrets, and nobody gets pods. */
const EVENTS: readonly TestEvent[] = Array.from({ length: 600 }, (_, minute) => {
  const odd = minute >= 300 && minute < 360;
  return {
    raw: `minute ${minute}`,
    time: at(minute),
    type: 'audit',
    severity: 'info',
    fields: {
      user: odd && minute % 2 === 0 ? 'mallory' : minute % 3 === 0 ? 'ada' : 'bob',
      verb: 'get',
      resource: odd ? 'secrets' : minute % 2 === 0 ? 'pods' : 'secrets',
      status: 200,
      pid: minute,
    },
    attributes: { 'audit.level': odd ? 'Request' : 'Metadata', same: 'everywhere' },
  };
});

beforeAll(async () => {
  await clearStore();
  await insertSource(EVENTS, { name: 'a.log', partition: true });
  await insertSource([{ raw: 'no time', type: 'audit', fields: { user: 'bob' } }], { name: 'b.log' });
});
afterAll(closeStore);

function compare(parameters: Record<string, string>) {
  return readComparison(compareParameters.parse(parameters));
}

it.each([true, false])('finds what is different in a range, with exact counts (columns: %s)', async (columns) => {
  await pool().query('UPDATE segment SET columns = $1', [columns]);
  const answer = await compare({ from: at(300), to: at(360) });
  expect(answer.selection).toEqual({ from: at(300), to: at(360), events: 60 });
  expect(answer.baseline).toEqual({ from: null, to: null, events: 541, rest: true });
  expect(answer.fields.map(({ field }) => field)).toEqual(['audit.level', 'user', 'resource']);
  const [level, user, resource] = answer.fields;
  expect(level?.values.map(({ value, here, there }) => [value, here, there])).toEqual([
    ['Request', 60, 0],
    ['Metadata', 0, 540],
  ]);
  expect(user?.values.map(({ value, here, there }) => [value, here, there])).toEqual([
    ['mallory', 30, 0],
    ['bob', 20, 361],
  ]);
  expect(user?.distinct).toEqual({ here: 3, there: 2 });
  expect(resource?.values.map(({ value, here, there }) => [value, here, there])).toContainEqual(['secrets', 60, 270]);
  await pool().query('UPDATE segment SET columns = true');
});

it('counts what a filter on the value finds', async () => {
  const answer = await compare({ q: 'resource:secrets', from: at(300), to: at(360) });
  for (const { field, values } of answer.fields) {
    for (const { value, here, there } of values) {
      const q = `resource:secrets "${field}":"${value}"`;
      const one = await countEvents({ type: [], q: q.replace(/"(\w+)":/, '$1:'), from: at(300), to: at(360) });
      const all = await countEvents({ type: [], q: q.replace(/"(\w+)":/, '$1:') });
      expect([field, value, one.count, all.count - one.count]).toEqual([field, value, here, there]);
    }
  }
});

it('compares with another range, and refuses what cannot be compared', async () => {
  const before = await compare({ from: at(300), to: at(360), baselineFrom: at(240), baselineTo: at(300) });
  expect(before.baseline).toEqual({ from: at(240), to: at(300), events: 60, rest: false });
  expect(before.fields[0]?.field).toBe('audit.level');
  const quiet = await compare({ from: at(120), to: at(180), baselineFrom: at(60), baselineTo: at(120) });
  expect(quiet.fields).toEqual([]);
  await expect(compare({})).rejects.toThrow('choose a time range');
  await expect(compare({ from: at(300), baselineFrom: at(200), baselineTo: at(301) })).rejects.toThrow('overlaps');
});
