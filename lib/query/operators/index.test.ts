import { describe, expect, test } from 'vitest';
import { describeQuery } from '../describe';
import { matches } from '../matches';
import { parseQuery } from '../parse';
import { printQuery } from '../print';
import { exampleEvent, queryable } from '../testing/sample-event';
import { withoutSpans } from '../testing/without-spans';
import { OPERATORS } from './index';

const NOW = new Date('2026-02-01T00:00:00Z');

describe.each(OPERATORS)('operator $kind', (operator) => {
  test('has a kind of its own and examples', () => {
    expect(OPERATORS.filter((other) => other.kind === operator.kind)).toHaveLength(1);
    expect(operator.examples.length).toBeGreaterThan(0);
  });

  test.each(operator.examples)('reads $query', ({ query, words, beside, finds, misses }) => {
    const parsed = parseQuery(query);
    if (parsed.kind !== 'field') throw new Error(`"${query}" is not one clause`);
    expect(parsed.matcher.kind).toBe(operator.kind);
    expect(describeQuery(parsed)).toBe(words);
    expect(withoutSpans(parseQuery(printQuery(parsed)))).toEqual(withoutSpans(parsed));
    const found = (value: string | number | null) =>
      matches(parsed, queryable(exampleEvent(parsed.field, value, beside)), NOW) ? 'found' : 'missed';
    expect(finds.map((value) => [value, found(value)])).toEqual(finds.map((value) => [value, 'found']));
    expect(misses.map((value) => [value, found(value)])).toEqual(misses.map((value) => [value, 'missed']));
  });
});
