import { afterAll, beforeAll, expect, test } from 'vitest';
import { facetsParameters, selectionParameters } from '@/lib/interface';
import { parsePipeline, planOf } from '@/lib/query';
import { questionAbout } from './answer-about';
import { closeStore, pool } from './client';
import { countEvents } from './count-events';
import { pathFacet } from './path-facet';
import { rowsByPaths } from './path-rows';
import { readFacets } from './read-facets';
import { readOnly } from './read-only';
import { readQuery } from './read-query';
import { clearStore, insertSource, type TestEvent } from './test-rows';

const IMAGES = [['a'], ['a', 'b'], [], ['c', 'c'], ['b']];

const LEVELS = ['high', 'low', '7', '30', undefined];

const events = Array.from({ length: 700 }, (_, index): TestEvent => {
  const images = IMAGES[index % IMAGES.length] ?? [];
  const level = LEVELS[index % LEVELS.length];
  const spec = { hostNetwork: index % 3 === 0, level, containers: images.map((image) => ({ image })) };
  return {
    raw: JSON.stringify(index % 7 === 0 ? { index } : { index, spec }),
    type: index % 2 === 0 ? 'audit' : 'node',
    ...(index % 11 === 0 ? {} : { time: new Date(1_750_000_000_000 + index * 1000).toISOString() }),
    attributes: {
      ...(index === 5 ? { known: 'yes' } : {}),
      ...(level === undefined || index % 7 === 0 ? {} : { level_as_attribute: level }),
    },
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

test.each([
  '* | count by NAME',
  'type:audit | count, min time by NAME, type | sort NAME | limit 3',
  'NAME:* | distinct NAME, count by severity',
  '* | top 2 NAME',
  '* | sum NAME',
  'type:node | fields time, NAME | sort -NAME | limit 20',
])('steps say the same of a path as of an attribute: %s', async (q) => {
  const table = async (name: string) => {
    const answer = await readQuery(selectionParameters.parse({ q: q.replaceAll('NAME', name) }));
    const { rows, total, truncated } = answer;
    return { rows, total, truncated };
  };
  for (const columns of [true, false]) {
    await pool().query('UPDATE segment SET columns = $1', [columns]);
    expect(await table('spec.level')).toEqual(await table('level_as_attribute'));
  }
});

test('a path in too many originals is refused with their number, and a facet says so', async () => {
  const plan = planOf(parsePipeline('* | count by spec.level'));
  await readOnly(async (reader) => {
    const question = await questionAbout(reader, selectionParameters.parse({}));
    const matching = Object.assign(Object.create(question.matching), { count: async () => 100_701 });
    const asked = rowsByPaths({ ...question, matching }, plan, { now: new Date(), from: null, to: null });
    await expect(asked).rejects.toThrow(/spec\.level .* 100,701 events .* narrow/);
    expect((await pathFacet({ ...question, matching }, 'spec.level', 5))?.problem).toMatch(/100,701 events/);
  });
});
