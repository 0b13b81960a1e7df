import { describe, expect, test } from 'vitest';
import { knownField, matches, parseQuery } from '@/lib/query';
import { compileRule } from '../compile-rule';
import { readRecord } from '../testing/read-record';
import { ruleWith } from '../testing/rule-of';
import { LOG_SOURCES, logSourceFor } from './index';

const NOW = new Date('2026-02-01T00:00:00Z');
const examples = LOG_SOURCES.flatMap((source) =>
  source.examples.map((example) => ({ source, title: source.title, ...example })),
);

describe.each(LOG_SOURCES)('$name', (source) => {
  test('is asked for by queries, and for fields that queries have', () => {
    expect(() => parseQuery(source.events)).not.toThrow();
    for (const targets of Object.values(source.fields)) {
      for (const target of Array.isArray(targets) ? targets : [targets]) {
        const { field, values = {} } = typeof target === 'string' ? { field: target } : target;
        expect(knownField(field)?.name ?? field).toBe(field);
        for (const [value, query] of Object.entries(values)) {
          expect(value).toBe(value.toLowerCase());
          expect(() => parseQuery(String(query))).not.toThrow();
        }
      }
    }
  });

  test('is what its first name leads to', () => {
    const [first] = source.sources;
    const given = (key: 'category' | 'product' | 'service') => (first?.[key] === '*' ? null : (first?.[key] ?? null));
    expect(logSourceFor({ category: given('category'), product: given('product'), service: given('service') })).toBe(
      source,
    );
  });
});

describe.each(examples)('$title: $detection', ({ source, detection, finds, misses, path }) => {
  const [first] = source.sources;
  const keys = Object.entries(first ?? {}).flatMap(([key, value]) => (value === '*' ? [] : [`${key}: ${value}`]));
  const compiled = compileRule(ruleWith(detection, keys.join(', ')));

  test.each([
    [true, finds],
    [false, misses],
  ])('found: %s', (found, text) => {
    if (compiled.refusals !== null) throw new Error(compiled.refusals[0]?.message);
    expect([compiled.text, matches(compiled.query, readRecord(text, path), NOW)]).toEqual([compiled.text, found]);
  });
});

test.each([
  [{ category: 'process_creation', product: 'windows', service: null }, null],
  [{ category: null, product: 'windows', service: 'security' }, null],
  [{ category: null, product: 'linux', service: 'nothing-known' }, null],
  [{ category: 'application', product: 'kubernetes', service: 'audit' }, 'kubernetes-audit'],
  [{ category: null, product: 'kubernetes', service: 'audit' }, 'kubernetes-audit'],
  [{ category: 'process_creation', product: 'linux', service: null }, 'process-creation'],
  [{ category: null, product: 'linux', service: 'sshd' }, 'linux-sshd'],
  [{ category: 'webserver', product: 'apache', service: null }, 'webserver'],
])('%j leads to %s', (source, name) => {
  expect(logSourceFor(source)?.name ?? null).toBe(name);
});
