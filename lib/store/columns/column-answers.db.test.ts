import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOG_TYPES, SEVERITIES } from '@/lib/events';
import { eventsParameters, facetsParameters, selectionParameters, timelineParameters } from '@/lib/interface';
import { printQuery } from '@/lib/query';
import { arbitraryEvent } from '@/lib/query/testing/arbitrary-event';
import { arbitraryQuery } from '@/lib/query/testing/arbitrary-query';
import { closeStore, pool } from '../client';
import { countEvents } from '../count-events';
import { readEvents } from '../read-events';
import { readFacets } from '../read-facets';
import { readTimeline } from '../read-timeline';
import { clearStore, insertSource, type TestEvent } from '../test-rows';

/** Each run asks everything twice, so that fewer than elsewhere are enough. */
const RUNS = Number(process.env.PROPERTY_RUNS ?? 500) / 5;
const FIELDS = ['type', 'severity', 'user', 'status', 'bytes', 'src_ip', 'source', 'file', 'b.c', 'Retries'];

const events = fc.sample(arbitraryEvent, { seed: 20261128, numRuns: 300 }).map((event, index): TestEvent => {
  return {
    raw: `{"index":${index},"text":${JSON.stringify(event.text.replaceAll('\n', ' '))}}`,
    message: event.message,
    type: event.type,
    ...(event.severity === null ? {} : { severity: event.severity }),
    // Times that lie apart, so that a grid has something to tell apart.
    ...(event.time === null ? {} : { time: new Date(event.time / 1000 + index * 61_777).toISOString() }),
    fields: Object.fromEntries(event.fields),
    attributes: Object.fromEntries(event.attributes),
  };
});

beforeAll(async () => {
  await clearStore();
  await insertSource(events.slice(0, 150), { partition: true, eventsPerBlock: 40, path: 'a.log' });
  await insertSource(events.slice(150, 290), { eventsPerBlock: 40, path: 'b.log' });
  await insertSource(events.slice(290), { eventsPerBlock: 40, path: 'c.log' });
});
afterAll(closeStore);

/** Everything that a page shows, and pages behind its first. */
async function answers(selection: Readonly<Record<string, unknown>>) {
  const parsed = selectionParameters.parse(selection);
  const { count } = await countEvents(parsed);
  const facets = await readFacets(facetsParameters.parse({ ...selection, fields: FIELDS.join(','), limit: 7 }));
  const timelines = [];
  for (const by of [undefined, 'type', 'severity', 'user', 'file', 'b.c']) {
    timelines.push(await readTimeline(timelineParameters.parse({ ...selection, by, buckets: 40 })));
  }
  const pages = [];
  for (const order of ['desc', 'asc', '-status']) {
    let cursor: string | undefined;
    for (let page = 0; page < 4; page += 1) {
      const answer = await readEvents(eventsParameters.parse({ ...selection, order, cursor, limit: 9 }));
      pages.push(answer);
      if (answer.next === null) break;
      cursor = answer.next;
    }
  }
  return { count, facets, timelines, pages };
}

async function withColumns(columns: boolean, selection: Readonly<Record<string, unknown>>) {
  await pool().query('UPDATE segment SET columns = $1', [columns]);
  return answers(selection);
}

const arbitrarySelection = fc.record({
  q: arbitraryQuery.map(printQuery),
  type: fc.option(
    fc.subarray([...LOG_TYPES], { minLength: 1 }).map((types) => types.join(',')),
    { nil: undefined },
  ),
  from: fc.option(fc.constantFrom('2026-01-31T11:00:00Z', '2026-01-31'), { nil: undefined }),
  to: fc.option(fc.constantFrom('2026-01-31T14:00:00Z', '2026-01-31T12:00:01Z'), { nil: undefined }),
});

test('columns and SQL give the same answers', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(arbitrarySelection, async (selection) => {
      const fromColumns = await withColumns(true, selection);
      expect(fromColumns).toEqual(await withColumns(false, selection));
      if (fromColumns.count > 0 && fromColumns.count < events.length) found += 1;
    }),
    { numRuns: RUNS },
  );
  expect(found).toBeGreaterThan(RUNS / 10);
}, 300_000);

describe.each(['', 'source:*', 'file:b.log', 'not file:*a*', 'line>20 or lines:1', 'message:*a*', 'index'])(
  'what columns leave to others is the same: %s',
  (q) => {
    test.each([undefined, SEVERITIES[2]])('with severity %s', async (severity) => {
      const selection = { q: severity === undefined ? q : `${q} severity:${severity}` };
      expect(await withColumns(true, selection)).toEqual(await withColumns(false, selection));
    });
  },
);
