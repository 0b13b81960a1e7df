import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOG_TYPES, SEVERITIES } from '@/lib/events';
import { eventsParameters, facetsParameters, selectionParameters, timelineParameters } from '@/lib/interface';
import { closeStore } from './client';
import { countEvents } from './count-events';
import { readEvents } from './read-events';
import { readFacets } from './read-facets';
import { readTimeline } from './read-timeline';
import { clearStore, insertSource, type TestEvent, type TestSource } from './test-rows';

/** A spread of values without a random generator, so that a failure repeats. */
const EVENTS: readonly TestEvent[] = Array.from({ length: 300 }, (_, index) => ({
  raw: `{"msg":"event ${index}","word":"${['alpha', 'Beta', 'gamma delta'][index % 3]}"}`,
  ...(index % 10 === 0 ? {} : { time: new Date(Date.UTC(2024, 1, 28) + index * index * 7_000).toISOString() }),
  type: LOG_TYPES[index % 5] ?? 'node',
  ...(index % 4 === 0 ? {} : { severity: SEVERITIES[index % 7] ?? 'info' }),
  fields: {
    ...(index % 3 === 0 ? {} : { user: `user ${index % 13}` }),
    status: 200 + (index % 5) * 100,
    src_ip: `10.0.${index % 3}.${index}`,
  },
  attributes: index % 2 === 0 ? { 'audit.level': ['Metadata', 'Request'][index % 4 === 0 ? 0 : 1] } : {},
}));

let first: TestSource;

beforeAll(async () => {
  await clearStore();
  first = await insertSource(EVENTS.slice(0, 200), { partition: true, eventsPerBlock: 30, path: 'a.log' });
  await insertSource(EVENTS.slice(200), { eventsPerBlock: 30, path: 'b.log' });
});
afterAll(closeStore);

const SELECTIONS: readonly Record<string, string>[] = [
  {},
  { type: 'audit,network' },
  { from: '2024-02-28T12:00:00Z' },
  { from: '2024-02-28T12:00:00Z', to: '2024-03-02T00:00:00Z', type: 'node' },
  { q: 'user:"user 4" or not status:200' },
  { q: 'alpha' },
  { q: 'not "gamma delta" and severity>=warning' },
  { q: 'nothing-has-this' },
  { to: '1999-01-01T00:00:00Z' },
];

describe.each(SELECTIONS.map((selection) => [JSON.stringify(selection), selection] as const))(
  'with %s',
  (_name, selection) => {
    it.each([undefined, 'type', 'severity', 'user', 'status', 'src_ip', 'file', 'source', 'audit.level'])(
      'count, pages, timeline and facets agree by %s',
      async (by) => {
        const { count } = await countEvents(selectionParameters.parse(selection));
        const { events } = await readEvents(eventsParameters.parse({ ...selection, limit: 1000 }));
        expect(events).toHaveLength(count);
        const timeline = await readTimeline(timelineParameters.parse({ ...selection, by, buckets: 50 }));
        expect(sum(timeline.buckets.map(({ total }) => total)) + timeline.untimed).toBe(count);
        if (by === undefined) return;
        for (const bucket of timeline.buckets) expect(sum(Object.values(bucket.by))).toBe(bucket.total);
        const { fields } = await readFacets(facetsParameters.parse({ ...selection, fields: by, limit: 1000 }));
        const facet = fields[by];
        expect(sum(facet?.values.map((value) => value.count) ?? []) + (facet?.missing ?? 0)).toBe(count);
        expect(facet?.values).toHaveLength(facet?.distinct ?? -1);
      },
    );
  },
);

it('facets of many fields are those of each field alone', async () => {
  const names = ['type', 'user', 'status', 'file', 'src_ip', 'audit.level', 'severity', 'verb'];
  for (const q of ['', 'alpha', 'nothing-has-this']) {
    const together = await readFacets(facetsParameters.parse({ q, fields: names.join(','), limit: 5 }));
    expect(Object.keys(together.fields)).toEqual(names);
    for (const name of names) {
      const alone = await readFacets(facetsParameters.parse({ q, fields: name, limit: 5 }));
      expect(together.fields[name]).toEqual(alone.fields[name]);
    }
  }
});

it('text finds what a look at each line finds', async () => {
  for (const needle of ['alpha', 'beta', '"gamma delta"', 'event 7', 'ev*99', 'word":"a']) {
    const q = needle.includes(' ') || needle.includes('"') ? JSON.stringify(needle.replaceAll(/^"|"$/g, '')) : needle;
    const { count } = await countEvents(selectionParameters.parse({ q }));
    const wanted = JSON.parse(q.startsWith('"') ? q : JSON.stringify(q)) as string;
    const [head = '', tail] = wanted.toLowerCase().split('*');
    const expected = EVENTS.filter(({ raw }) => {
      const at = raw.toLowerCase().indexOf(head);
      return at >= 0 && (tail === undefined || raw.toLowerCase().indexOf(tail, at + head.length) >= 0);
    });
    expect([needle, count]).toEqual([needle, expected.length]);
  }
});

it('a source restricts to its own events', async () => {
  const { count } = await countEvents(selectionParameters.parse({ source: first.id }));
  expect(count).toBe(200);
});

it('more values than colours go under other', async () => {
  const { buckets } = await readTimeline(timelineParameters.parse({ by: 'user', buckets: 1 }));
  expect(buckets).toHaveLength(1);
  expect(Object.keys(buckets[0]?.by ?? {})).toHaveLength(9);
  expect(buckets[0]?.by).toHaveProperty('other');
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
