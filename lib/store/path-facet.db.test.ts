import { afterAll, beforeAll, expect, test } from 'vitest';
import { facetsParameters, selectionParameters } from '@/lib/interface';
import { closeStore, pool } from './client';
import { countEvents } from './count-events';
import { readFacets } from './read-facets';
import { clearStore, insertSource, type TestEvent } from './test-rows';

const IMAGES = [['a'], ['a', 'b'], [], ['c', 'c'], ['b']];

const events = Array.from({ length: 700 }, (_, index): TestEvent => {
  const images = IMAGES[index % IMAGES.length] ?? [];
  const spec = { hostNetwork: index % 3 === 0, containers: images.map((image) => ({ image })) };
  return {
    raw: JSON.stringify(index % 7 === 0 ? { index } : { index, spec }),
    type: index % 2 === 0 ? 'audit' : 'node',
    ...(index % 11 === 0 ? {} : { time: new Date(1_750_000_000_000 + index * 1000).toISOString() }),
    ...(index === 5 ? { attributes: { known: 'yes' } } : {}),
  };
});

beforeAll(async () => {
  await clearStore();
  await insertSource(events.slice(0, 400), { partition: true, eventsPerBlock: 30 });
  await insertSource(events.slice(400), { eventsPerBlock: 30 });
});
afterAll(closeStore);

async function facet(field: string, q = '') {
  const answer = await readFacets(facetsParameters.parse({ q, fields: field, limit: 10 }));
  return answer.fields[field];
}

test.each([true, false])('values of a path are counted in the originals; columns stored: %s', async (columns) => {
  await pool().query('UPDATE segment SET columns = $1', [columns]);
  for (const q of ['', 'type:audit', 'spec.hostNetwork:true']) {
    const images = await facet('spec.containers.image', q);
    expect(images?.values.map(({ value }) => value)).toEqual(expect.arrayContaining(['a', 'b', 'c']));
    expect(images?.distinct).toBe(3);
    for (const { value, count } of images?.values ?? []) {
      const clause = `spec.containers.image:${value}`;
      const found = await countEvents(selectionParameters.parse({ q: q === '' ? clause : `${q} ${clause}` }));
      expect(count).toBe(found.count);
    }
    const without = await countEvents(selectionParameters.parse({ q: `${q} not spec.containers.image:*`.trim() }));
    // A list of no images is there, and has no value.
    expect(images?.missing).toBeGreaterThanOrEqual(without.count);
  }
});

test('a name that is an attribute, or nothing at all, is no path', async () => {
  expect(await facet('known')).toMatchObject({ distinct: 1, values: [{ value: 'yes', count: 1 }] });
  expect(await facet('spec.nowhere')).toEqual({ distinct: 0, missing: 700, values: [] });
});
