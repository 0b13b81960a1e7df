import { describe, expect, test } from 'vitest';
import { matches, parseQuery, printQuery } from '@/lib/query';
import { EMPTY_EVENT, queryable } from '@/lib/query/testing/sample-event';
import { withoutSpans } from '@/lib/query/testing/without-spans';
import { compileDetection } from '../compile-detection';
import { prefixMapping } from '../field-mapping';
import { ruleWith } from '../testing/rule-of';
import { MODIFIERS } from './index';

const NOW = new Date('2026-02-01T00:00:00Z');
const examples = MODIFIERS.flatMap(({ name, examples }) => examples.map((example) => ({ name, ...example })));

test('every name is one modifier’s', () => {
  const names = MODIFIERS.flatMap(({ name, aliases }) => [name, ...aliases]);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(examples)('$name: field$modifiers: $value', ({ modifiers, value, finds, misses }) => {
  const rule = ruleWith(
    `selection:\n  ${JSON.stringify(`field${modifiers}`)}: ${JSON.stringify(value)}\ncondition: selection`,
  );
  const { query, refusals } = compileDetection(rule.detection, prefixMapping('sigma.'), new Map());
  const found = (given: string | number | null) => {
    const attributes = new Map(given === null ? [] : [['sigma.field', given] as const]);
    return matches(query, queryable({ ...EMPTY_EVENT, attributes }), NOW);
  };

  test('finds and misses what it says', () => {
    expect(refusals).toEqual([]);
    expect(finds.map((given) => [given, found(given)])).toEqual(finds.map((given) => [given, true]));
    expect(misses.map((given) => [given, found(given)])).toEqual(misses.map((given) => [given, false]));
  });

  test('is a query that can be written', () => {
    expect(withoutSpans(parseQuery(printQuery(query)))).toEqual(withoutSpans(query));
  });
});
