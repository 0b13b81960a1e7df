import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  eventsParameters,
  facetsParameters,
  type SelectionParameters,
  selectionParameters,
  timelineParameters,
} from '@/lib/interface';
import { printQuery } from '@/lib/query';
import { arbitraryEvent } from '@/lib/query/testing/arbitrary-event';
import { arbitraryQuery } from '@/lib/query/testing/arbitrary-query';
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
import { divideScope } from './divided-scope';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 500) / 25;
const NOT_KEPT = ['user', 'status', '@b.c'];
let lacking = 0;

/** Three segments, of which the middle one does not keep some columns, as the writer marks it: dictionaries without bytes. */
beforeAll(async () => {
  await clearStore();
  const events = fc.sample(arbitraryEvent, { seed: 20261205, numRuns: 200 }).map((event, index) => ({
    raw: `{"index":${index},"text":${JSON.stringify(event.text.replaceAll('\n', ' '))}}`,
    message: event.message,
    type: event.type,
    ...(event.severity === null ? {} : { severity: event.severity }),
    ...(event.time === null ? {} : { time: new Date(event.time / 1000 + index * 61_777).toISOString() }),
    fields: Object.fromEntries(event.fields),
    attributes: Object.fromEntries(event.attributes),
  }));
  await insertSource(events.slice(0, 80), { partition: true, path: 'a.log' });
  const { segment } = await insertSource(events.slice(80, 150), { path: 'b.log' });
  await insertSource(events.slice(150), { path: 'c.log' });
  lacking = segment;
  const of = [segment, NOT_KEPT];
  await pool().query('DELETE FROM column_block WHERE segment = $1 AND name = ANY ($2) AND chunk > 0', of);
  await pool().query(`UPDATE column_block SET codec = 0, data = '' WHERE segment = $1 AND name = ANY ($2)`, of);
});
afterAll(closeStore);

async function answers(columns: boolean, selection: Readonly<Record<string, unknown>>) {
  await pool().query('UPDATE segment SET columns = $1', [columns]);
  const { count } = await countEvents(selectionParameters.parse(selection));
  const events = [];
  for (const order of ['desc', 'asc', 'user', '-bytes']) {
    events.push(await readEvents(eventsParameters.parse({ ...selection, order, limit: 12 })));
  }
  return {
    count,
    events,
    timeline: await readTimeline(timelineParameters.parse({ ...selection, by: 'type', buckets: 20 })),
    facets: await readFacets(facetsParameters.parse({ ...selection, fields: 'user,verb,type', limit: 5 })),
    table: await readQuery(selectionParameters.parse({ ...selection, q: `${selection.q} | count by type, verb` })),
  };
}

const selection = fc.record({
  q: fc
    .tuple(
      fc.constantFrom('user:*', 'not user:a', 'status>=200', '"b.c":*', 'user:field(b.c)', '-"b.c":a'),
      arbitraryQuery,
    )
    .chain(([own, query]) =>
      fc.constantFrom(own, `${own} and (${printQuery(query)})`, `${own} or (${printQuery(query)})`),
    ),
  from: fc.option(fc.constantFrom('2026-01-31T11:00:00Z', '2026-01-31'), { nil: undefined }),
});

test('segments that lack a column are answered by SQL, the others by columns, to the same answers', async () => {
  await fc.assert(
    fc.asyncProperty(selection, async (parameters) => {
      expect(await answers(true, parameters)).toEqual(await answers(false, parameters));
    }),
    { numRuns: RUNS },
  );
}, 300_000);

test('only what lacks a column is asked by SQL, and nothing that its other columns rule out', async () => {
  await pool().query('UPDATE segment SET columns = true');
  const unsureOf = (parameters: SelectionParameters) =>
    readOnly(async (reader) => {
      const scope = await resolveScope(reader, parameters);
      const divided = await divideScope({ engine: columnEngine(), reader, signal: undefined }, scope);
      return divided?.unsure?.segments.map(({ id }) => id) ?? [];
    });
  expect(await unsureOf(selectionParameters.parse({ q: 'user:a' }))).toEqual([lacking]);
  expect(await unsureOf(selectionParameters.parse({ q: 'not "b.c":a or verb:x' }))).toEqual([lacking]);
  expect(await unsureOf(selectionParameters.parse({ q: 'verb:*' }))).toEqual([]);
  expect(await unsureOf(selectionParameters.parse({ q: 'user:a verb:nobody-does-this' }))).toEqual([]);
});
