import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printQuery } from '@/lib/query';
import { arbitraryEvent } from '@/lib/query/testing/arbitrary-event';
import { arbitraryQuery } from '@/lib/query/testing/arbitrary-query';
import { type ActiveRule, findingsOfHits, HitCollector, type RuleHit } from '@/lib/rules';
import { RuleSet } from '@/lib/sigma';
import { closeStore } from '../client';
import { countEvents } from '../count-events';
import { readOnly } from '../read-only';
import { TailPages } from '../tail/tail-pages';
import { clearStore, insertSource, type TestEvent } from '../test-rows';
import { storedHits } from './stored-hits';
import { watchedSegments } from './watched-segments';

const RUNS = Math.ceil(Number(process.env.PROPERTY_RUNS ?? 500) / 12);
const STORED_AT = Date.UTC(2026, 1, 1) * 1000;
const EVENTS = 80;

const events = fc.sample(arbitraryEvent, { numRuns: EVENTS, seed: 20261210 }).map(
  (event, index): TestEvent => ({
    raw: event.text.replaceAll('\n', ' '),
    type: event.type,
    message: event.message,
    fields: Object.fromEntries(event.fields),
    attributes: Object.fromEntries(event.attributes),
    ...(event.severity === null ? {} : { severity: event.severity }),
    ...(event.time === null ? {} : { time: new Date(event.time / 1000 + index * 61_777).toISOString() }),
  }),
);

const by = fc.subarray(['user', 'severity', 'status', 'src_ip', 'type'], { minLength: 1, maxLength: 3 });

const rules = fc.tuple(arbitraryQuery, by).map(([query, fields]): ActiveRule => {
  return {
    ...{ kind: 'rule', id: 'r', title: 'R', level: 'high', confidence: 'low', types: [], techniques: [], by: fields },
    ...{ generation: 1, looksBack: true, raises: true, query, text: printQuery(query) },
    about: '',
    logSource: {
      name: 'all',
      title: '',
      about: '',
      sources: [],
      types: [],
      events: '*',
      ownFields: true,
      fields: {},
      examples: [],
    },
    document: { head: HEAD },
  };
});

const HEAD: ActiveRule['document']['head'] = {
  ...{ title: 'R', id: 'r', name: null, status: null, level: null, description: null, author: null, license: null },
  ...{ date: null, modified: null, references: [], tags: [], falsePositives: [], fields: [], related: [], line: 1 },
};

beforeAll(async () => {
  await clearStore();
  await insertSource(events);
});
afterAll(closeStore);

/** An hour may begin elsewhere, so hits are compared by what they add up to. */
function sums(hits: readonly RuleHit[]): string[] {
  const all = new Map<string, { from: number; to: number; events: number }>();
  for (const { key, type, untimed, from, to, events: count } of hits) {
    const name = JSON.stringify([key, type, untimed]);
    const known = all.get(name) ?? { from, to, events: 0 };
    all.set(name, {
      from: Math.min(from, known.from),
      to: Math.max(to, known.to),
      events: known.events + count,
    });
  }
  return [...all].map(([name, sum]) => `${name} ${JSON.stringify(sum)}`).sort();
}

test('columns and the set of all rules find the same, and findings show exactly that', async () => {
  const segments = (await readOnly(watchedSegments)).map((each) => ({ ...each, storedAt: STORED_AT }));
  const [segment] = segments;
  if (segment === undefined) throw new Error('nothing was stored');
  const page = await readOnly((reader) =>
    new TailPages().behind(reader, { id: 0, segment: segment.id, first: 0, last: EVENTS - 1 }, -1, true),
  );
  await fc.assert(
    fc.asyncProperty(rules, async (rule) => {
      const stored = (await storedHits(rule, segments)).get(segment.id) ?? [];
      const collector = new HitCollector(STORED_AT);
      const set = new RuleSet([rule], new Date(STORED_AT / 1000));
      for (const event of page.events) if (set.finding(event).length > 0) collector.add(rule, event);
      expect(sums(collector.hits().get('r') ?? [])).toEqual(sums(stored));
      for (const { query, type, from, to, events: count } of findingsOfHits(rule, stored).slice(0, 4)) {
        const untimed = from <= STORED_AT && STORED_AT < to;
        if (untimed) continue;
        const range = { from: new Date(from / 1000).toISOString(), to: new Date(to / 1000).toISOString() };
        expect({ query, ...(await countEvents({ q: query, type: [type], ...range })) }).toMatchObject({ query, count });
      }
    }),
    { numRuns: RUNS },
  );
});
