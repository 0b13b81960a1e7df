import { describe, expect, test } from 'vitest';
import { parseQuery, type QueryableEvent, queryPredicate } from '@/lib/query';
import { DETECTORS } from './detectors';
import type { ExampleEvent } from './example-events';
import { historyOf } from './testing/history-of';

describe.each(DETECTORS)('$name', (detector) => {
  test.each(detector.examples)('the query of a finding shows exactly its events: $says', ({ events }) => {
    const all = [...events()];
    for (const { query, type, from, to, events: count } of detector.detect(historyOf(all))) {
      const isAskedFor = queryPredicate(parseQuery(query), new Date(0));
      const shown = all.filter((event) => event.type === type && event.time >= from && event.time < to);
      expect(shown.filter((event) => isAskedFor(queryable(event))).length, query).toBe(count);
    }
  });
});

function queryable({ type, time, severity, fields, attributes }: ExampleEvent): QueryableEvent {
  const values = new Map<string, string | number>(Object.entries(fields ?? {}));
  return {
    type,
    time,
    severity: severity ?? null,
    message: '',
    text: '',
    field: (name) => values.get(name) ?? null,
    attribute: (name) => attributes?.[name] ?? null,
  };
}
