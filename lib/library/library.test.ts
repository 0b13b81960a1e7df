import { describe, expect, test } from 'vitest';
import { LOG_TYPES } from '@/lib/events';
import { parsePipeline, planOf, printPipeline, queryPredicate } from '@/lib/query';
import { EMPTY_EVENT, queryable } from '@/lib/query/testing/sample-event';
import { LIBRARY } from './library';
import type { ExampleEvent } from './ready-hunt';

const NOW = new Date(0);

test('there are at least 24 hunts, of every type, each under a name and title of its own', () => {
  expect(LIBRARY.length).toBeGreaterThanOrEqual(24);
  expect(new Set(LIBRARY.map(({ name }) => name)).size).toBe(LIBRARY.length);
  expect(new Set(LIBRARY.map(({ title }) => title)).size).toBe(LIBRARY.length);
  expect(LOG_TYPES.filter((type) => !LIBRARY.some((hunt) => hunt.type === type))).toEqual([]);
});

describe.each(LIBRARY)('$name', (hunt) => {
  test('says all that a hunter needs', () => {
    expect(hunt.name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    for (const text of [hunt.title, hunt.hypothesis, hunt.lookFor, hunt.falsePositives])
      expect(text.length).toBeGreaterThan(9);
    expect(hunt.techniques.filter((id) => !/^T\d{4}(?:\.\d{3})?$/.test(id))).toEqual([]);
    expect(hunt.next.length).toBeGreaterThan(0);
    expect(hunt.steps.length).toBeGreaterThan(0);
    expect(new Set(hunt.steps.map(({ title }) => title)).size).toBe(hunt.steps.length);
    expect(hunt.steps[0]?.types).toContain(hunt.type);
  });

  test.each([...hunt.steps, ...hunt.next])(
    '$title: the query reads, and means the same when it is printed',
    ({ q }) => {
      const plan = planOf(parsePipeline(q));
      expect(planOf(parsePipeline(printPipeline(parsePipeline(q)))).steps).toHaveLength(plan.steps.length);
    },
  );

  test.each(hunt.steps)('$title: the query names the types of its step', ({ types, q }) => {
    expect(q).toMatch(
      types.length === 1 ? new RegExp(`^type:${types[0]} `) : new RegExp(`^type:\\(${types.join(' or ')}\\) `),
    );
  });

  test.each(hunt.steps)('$title: what the quiet days have is explained', ({ onSample }) => {
    expect(onSample.because === undefined).toBe(onSample.quietDays === 0);
  });

  test.each(hunt.steps)('$title: finds what it must, and not what looks like it', ({ q, hits, misses }) => {
    const finds = queryPredicate(planOf(parsePipeline(q)).filter, NOW);
    const found = (example: ExampleEvent) => finds(eventOf(example));
    expect(hits.length).toBeGreaterThan(0);
    expect(misses.length).toBeGreaterThan(0);
    expect(hits.filter((hit) => !found(hit))).toEqual([]);
    expect(misses.filter((miss) => found(miss))).toEqual([]);
  });
});

function eventOf({ type, severity, message = '', text = message, fields = {}, attributes = {} }: ExampleEvent) {
  return queryable({
    ...EMPTY_EVENT,
    type,
    severity: severity ?? null,
    message,
    text,
    fields: new Map(Object.entries(fields)),
    attributes: new Map(Object.entries(attributes)),
  });
}
