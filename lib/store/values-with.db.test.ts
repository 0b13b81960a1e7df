import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeStore } from './client';
import { readFacets } from './read-facets';
import { clearStore, insertSource, type TestEvent } from './test-rows';

/** More values than are looked at together, so that the database searches them. */
const EVENTS: readonly TestEvent[] = Array.from({ length: 1100 }, (_, index) => ({
  raw: `line ${index}`,
  fields: { pod: `${index % 2 === 0 ? 'api' : 'my-API'}-${index}`, user: index === 0 ? 'Bob' : 'ann' },
}));

beforeAll(async () => {
  await clearStore();
  await insertSource(EVENTS, { eventsPerBlock: 1100, partition: true });
});
afterAll(closeStore);

test('of many values and of few the same are found: first those that begin with the text', async () => {
  const parameters = { type: [], fields: 'pod,user', contains: 'aPi-1', limit: 600 };
  const { fields } = await readFacets(parameters);
  const expected = EVENTS.map((_, index) => index).filter((index) => String(index).startsWith('1'));
  expect(fields.pod?.distinct).toBe(expected.length);
  const values = fields.pod?.values.map(({ value }) => String(value)) ?? [];
  expect(values.findIndex((value) => value.startsWith('my'))).toBe(expected.filter((index) => index % 2 === 0).length);
  expect(fields.user).toEqual({ distinct: 0, missing: 0, values: [] });
  const users = await readFacets({ ...parameters, fields: 'user', contains: 'B' });
  expect(users.fields.user).toEqual({ distinct: 1, missing: 0, values: [{ value: 'Bob', count: 1 }] });
});
