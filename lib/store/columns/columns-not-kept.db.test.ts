import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventsParameters, facetsParameters, selectionParameters, timelineParameters } from '@/lib/interface';
import { closeStore, pool } from '../client';
import { countEvents } from '../count-events';
import { readEvents } from '../read-events';
import { readFacets } from '../read-facets';
import { readOnly } from '../read-only';
import { readQuery } from '../read-query';
import { readTimeline } from '../read-timeline';
import { resolveScope } from '../selection';
import { clearStore, insertSource } from '../test-rows';
import { columnEngine } from './column-engine';
import { scopePlan, selectByPlan } from './select-columns';

/** A segment whose users were too many to be kept as a column, as the writer marks it: a dictionary without bytes. */
beforeAll(async () => {
  await clearStore();
  const { segment } = await insertSource(
    Array.from({ length: 30 }, (_, index) => ({
      raw: `event ${index}`,
      time: new Date(Date.UTC(2024, 0, 1, 0, index)).toISOString(),
      fields: { user: index % 3 === 0 ? 'ada' : 'bob', verb: 'get' },
    })),
  );
  const of = [segment, 'user'];
  await pool().query('DELETE FROM column_block WHERE segment = $1 AND name = $2 AND chunk > 0', of);
  await pool().query(`UPDATE column_block SET codec = 0, data = '' WHERE segment = $1 AND name = $2`, of);
});
afterAll(closeStore);

test.each([
  ['user:ada', 10],
  ['not user:ada', 20],
  ['user:ada and event', 10],
  ['user:ada verb:get', 10],
  ['verb:get', 30],
  ['user:ada verb:get or verb:list', 10],
])('SQL answers what such a column cannot: %s', async (q, count) => {
  expect((await countEvents(selectionParameters.parse({ q }))).count).toBe(count);
  expect((await readEvents(eventsParameters.parse({ q, order: 'user' }))).events).toHaveLength(count);
  const { buckets } = await readTimeline(timelineParameters.parse({ q, by: 'user', buckets: 10 }));
  expect(buckets.reduce((sum, { total }) => sum + total, 0)).toBe(count);
  const { fields } = await readFacets(facetsParameters.parse({ q, fields: 'user,verb' }));
  expect(fields.user?.values.reduce((sum, value) => sum + value.count, 0)).toBe(count);
  const { rows } = await readQuery(selectionParameters.parse({ q: `${q} | count by user` }));
  expect(rows.reduce((sum, [, counted]) => sum + Number(counted), 0)).toBe(count);
});

test('a segment that its other columns rule out needs no SQL', async () => {
  const rowsOf = (q: string) =>
    readOnly(async (reader) => {
      const scope = await resolveScope(reader, selectionParameters.parse({ q }));
      return selectByPlan(
        { engine: columnEngine(), reader, signal: undefined },
        scopePlan(scope),
        scope.segments,
        new Map(),
      );
    });
  expect(await rowsOf('user:ada verb:get')).toBeNull();
  expect(await rowsOf('not user:ada')).toBeNull();
  expect(await rowsOf('user:ada verb:list')).toEqual([]);
  expect(await rowsOf('verb:list or not (user:ada or verb:get)')).toEqual([]);
});
