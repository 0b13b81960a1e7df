import { describe, expect, test } from 'vitest';
import { techniqueOf } from '@/lib/attack';
import type { ExampleEvent } from '@/lib/library';
import { parsePipeline, planOf, printPipeline, queryPredicate } from '@/lib/query';
import { EMPTY_EVENT, queryable } from '@/lib/query/testing/sample-event';
import { CorrelationSet, checkCorrelations, type DetectionRule } from '@/lib/sigma';
import { correlationOf, headOf } from './built-in-documents';
import type { BuiltInCorrelation, BuiltInRule, TimedExample } from './built-in-rule';
import { BUILT_IN_RULES } from './built-in-rules';

const NOW = new Date(0);
const RULES = BUILT_IN_RULES.filter((rule): rule is BuiltInRule => rule.kind === 'rule');
const CORRELATIONS = BUILT_IN_RULES.filter((rule): rule is BuiltInCorrelation => rule.kind === 'correlation');
const PREDICATES = new Map(
  RULES.map(({ name, q }) => [name, queryPredicate(planOf(parsePipeline(q)).filter, NOW)] as const),
);

test('names and titles are their own', () => {
  expect(new Set(BUILT_IN_RULES.map(({ name }) => name)).size).toBe(BUILT_IN_RULES.length);
  expect(new Set(BUILT_IN_RULES.map(({ title }) => title)).size).toBe(BUILT_IN_RULES.length);
});

describe.each(BUILT_IN_RULES)('$name', (rule) => {
  test('says all that one needs to judge it', () => {
    expect(rule.name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    for (const text of [rule.title, rule.about, rule.falsePositives]) expect(text.length).toBeGreaterThan(9);
    expect(rule.types.length).toBeGreaterThan(0);
    expect(rule.techniques.filter((id) => techniqueOf(id) === null)).toEqual([]);
    expect(rule.matrix.filter((id) => !/^MS-TA90(?:0[1-9]|[1-3]\d|4[01])$/.test(id))).toEqual([]);
    expect(rule.by.length).toBeGreaterThan(0);
    expect(rule.by.length).toBeLessThan(5);
    expect(rule.next.length).toBeGreaterThan(0);
    for (const { q } of rule.next) expect(() => parsePipeline(q)).not.toThrow();
    expect(rule.hits.length).toBeGreaterThan(0);
    expect(rule.misses.length).toBeGreaterThan(0);
  });
});

describe.each(RULES)('$name', ({ name, types, q, hits, misses }) => {
  test('its query has no steps, names its types, and means the same when it is printed', () => {
    const pipeline = parsePipeline(q);
    expect(planOf(pipeline).steps).toEqual([]);
    expect(q).toMatch(
      types.length === 1 ? new RegExp(`^type:${types[0]} `) : new RegExp(`^type:\\(${types.join(' or ')}\\) `),
    );
    const printed = printPipeline(pipeline);
    expect(printPipeline(parsePipeline(printed))).toBe(printed);
    const finds = queryPredicate(planOf(parsePipeline(printed)).filter, NOW);
    for (const example of [...hits, ...misses]) expect(finds(eventOf(example))).toBe(found(name, example));
  });

  test('finds what it must, and not what looks like it', () => {
    expect(hits.filter((hit) => !found(name, hit))).toEqual([]);
    expect(misses.filter((miss) => found(name, miss))).toEqual([]);
  });
});

describe.each(CORRELATIONS)('$name', (correlation) => {
  test('is about rules that are there', () => {
    expect(correlation.rules.filter((name) => !PREDICATES.has(name))).toEqual([]);
    expect(checkCorrelations([correlationOf(correlation)], RULES.map(documentOf)).refused).toEqual([]);
  });

  test('comes true where it must, and not where it only looks so', () => {
    expect(correlation.hits.filter((events) => !comesTrue(correlation, events))).toEqual([]);
    expect(correlation.misses.filter((events) => comesTrue(correlation, events))).toEqual([]);
  });
});

function found(name: string, example: ExampleEvent): boolean {
  return PREDICATES.get(name)?.(eventOf(example)) === true;
}

function comesTrue(correlation: BuiltInCorrelation, events: readonly TimedExample[]): boolean {
  const set = CorrelationSet.of([correlationOf(correlation)]);
  const found: unknown[] = [];
  for (const [place, example] of [...events].sort((a, b) => a.at - b.at).entries()) {
    const rules = RULES.filter(({ name }) => PREDICATES.get(name)?.(eventOf(example)) === true).map(documentOf);
    const field = (name: string) => textOf(eventOf(example).field(name as never));
    found.push(...set.add(rules, { time: example.at * 1_000_000, id: String(place), type: 'audit', field }));
  }
  found.push(...set.advance(Number.MAX_SAFE_INTEGER));
  return found.length > 0;
}

function textOf(value: string | number | null): string | null {
  return value === null ? null : String(value);
}

function documentOf(rule: BuiltInRule): DetectionRule {
  const detection = { selections: new Map(), conditions: [] };
  const logSource = { category: null, product: null, service: null };
  return { kind: 'rule', head: headOf(rule), logSource, detection };
}

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
