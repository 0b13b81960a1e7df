import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOG_TYPES, SEVERITIES } from '@/lib/events';
import {
  eventsParameters,
  facetsParameters,
  type QueryAnswer,
  selectionParameters,
  timelineParameters,
} from '@/lib/interface';
import { printQuery, splitPipeline } from '@/lib/query';
import { arbitraryEvent } from '@/lib/query/testing/arbitrary-event';
import { arbitraryPipeline } from '@/lib/query/testing/arbitrary-pipeline';
import { arbitraryQuery } from '@/lib/query/testing/arbitrary-query';
import { closeStore, pool } from '../client';
import { countEvents } from '../count-events';
import { readEvents } from '../read-events';
import { readFacets } from '../read-facets';
import { readQuery } from '../read-query';
import { readTimeline } from '../read-timeline';
import { clearStore, insertSource, type TestEvent } from '../test-rows';

/** Each run asks everything twice, so that fewer than elsewhere are enough. */
const RUNS = Number(process.env.PROPERTY_RUNS ?? 500) / 5;
const FIELDS = [
  'type',
  'severity',
  'user',
  'status',
  'bytes',
  'src_ip',
  'source',
  'file',
  'b.c',
  'Retries',
  'time.hour',
];

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
  for (const order of ['desc', 'asc', '-status', 'user', 'duration_ms']) {
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

const arbitraryRange = fc.record({
  from: fc.option(fc.constantFrom('2026-01-31T11:00:00Z', '2026-01-31'), { nil: undefined }),
  to: fc.option(fc.constantFrom('2026-01-31T14:00:00Z', '2026-01-31T12:00:01Z'), { nil: undefined }),
});

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

test('columns and SQL give the same tables', async () => {
  let grouped = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryPipeline, fc.boolean(), arbitraryRange, async (pipeline, wide, range) => {
      const { filter, steps } = splitPipeline(pipeline);
      // Many filters leave nothing to be grouped.
      const parameters = selectionParameters.parse({ q: wide ? `* ${steps}` : filter + steps, ...range });
      const table = async (columns: boolean) => {
        await pool().query('UPDATE segment SET columns = $1', [columns]);
        return rounded(await readQuery(parameters));
      };
      const fromColumns = await table(true);
      expect(fromColumns).toEqual(await table(false));
      if (steps !== '' && fromColumns.rows.length > 1) grouped += 1;
    }),
    { numRuns: RUNS },
  );
  expect(grouped).toBeGreaterThan(RUNS / 10);
}, 300_000);

test.each([
  '* | count',
  'user:nobody-at-all | count, sum bytes, distinct user, p95 bytes',
  '* | count, sum bytes, avg bytes, min bytes, max bytes, distinct status, quantile 0.3 bytes by type',
  '* | min time, max time by severity',
  '* | distinct user, median Retries by b.c, type',
  '* | count by user | where count > 1 | sort user | limit 5',
  '* | top 3 user, status',
  '* | rare 3 user',
  '* | count by user, status | sort -count | limit 12 | sort user | limit 3',
  '* | sum bytes, count by user | sort sum_bytes | limit 4',
  '* | count, sum bytes by type, user | sort -sum_bytes | fields user, sum_bytes | limit 3',
  '* | min bytes, count by b.c | where count < 3 | sort -b.c | limit 2',
  '* | timeline 1h by type',
  '* | timeline',
  '* | count by user | max count',
  '* | sort status | limit 20 | count by status',
  '* | count by source, file',
  'time.hour>=12 | count by time.hour, time.weekday',
  '* | sum bytes, max time.minute by time.day | where time.day>30',
  '* | count by user, name | where user:field(name)',
  '"b.c":*field(a)* | count by user',
  'type:audit | new user, status vs 30m',
])('columns and SQL give the same table for %s', async (q) => {
  for (const range of [{}, { from: '2026-01-31T11:00:00Z' }, { from: '2026-01-31T12:00:00Z', to: '2026-02-01' }]) {
    const parameters = selectionParameters.parse({ q, ...range });
    await pool().query('UPDATE segment SET columns = true');
    const fromColumns = rounded(await readQuery(parameters));
    await pool().query('UPDATE segment SET columns = false');
    expect(fromColumns).toEqual(rounded(await readQuery(parameters)));
  }
});

/** Sums of doubles depend on the order in which they are added. */
function rounded(answer: QueryAnswer): QueryAnswer {
  const round = (cell: QueryAnswer['rows'][number][number]) =>
    typeof cell === 'number' && !Number.isInteger(cell) ? Number(cell.toPrecision(9)) : cell;
  return { ...answer, rows: answer.rows.map((row) => row.map(round)) };
}

describe.each(['', 'source:*', 'file:b.log', 'not file:*a*', 'line>20 or lines:1', 'message:*a*', 'index'])(
  'what columns leave to others is the same: %s',
  (q) => {
    test.each([undefined, SEVERITIES[2]])('with severity %s', async (severity) => {
      const selection = { q: severity === undefined ? q : `${q} severity:${severity}` };
      expect(await withColumns(true, selection)).toEqual(await withColumns(false, selection));
    });
  },
);
