import { expect, test } from 'vitest';
import { parseSigma } from '../parse-sigma';
import { CorrelationSet, checkCorrelations, raisesByItself } from './correlation-set';

const TEXT = `title: Many refusals, then one that worked
name: story
correlation: { type: temporal_ordered, rules: [refusals, success], group-by: [user], timespan: 10m }
---
title: Many refusals
name: refusals
correlation: { type: event_count, rules: [refusal], group-by: [user, host], timespan: 5m, condition: { gte: 3 } }
---
title: Refusal
name: refusal
logsource: { product: linux }
detection: { s: [no], condition: s }
---
title: Success
name: success
logsource: { product: linux }
detection: { s: [yes], condition: s }
`;

const { documents } = parseSigma(TEXT);
const rules = documents.filter((document) => document.kind === 'rule');
const correlations = documents.filter((document) => document.kind === 'correlation');

test('a correlation over a correlation', () => {
  const set = CorrelationSet.of(checkCorrelations(correlations, rules).correlations);
  const found: string[] = [];
  const add = (minute: number, name: string, user: string) => {
    const matched = rules.filter(({ head }) => head.name === name);
    const fields: Readonly<Record<string, string>> = { user, host: 'here' };
    const event = {
      time: minute * 60e6,
      id: String(minute),
      type: 'audit' as const,
      field: (field: string) => fields[field] ?? null,
    };
    for (const { rule, group } of set.add(matched, event)) found.push(`${minute} ${rule.head.name} ${group.join(' ')}`);
  };
  for (const minute of [0, 1, 2]) add(minute, 'refusal', 'eve');
  add(3, 'success', 'ann');
  add(4, 'success', 'eve');
  expect(found).toEqual(['2 refusals eve here', '4 story eve']);
});

test('what only serves a correlation raises nothing by itself', () => {
  const generating = correlations.map((rule) => ({ ...rule, generate: true }));
  expect(rules.map((rule) => raisesByItself(rule, correlations))).toEqual([false, false]);
  expect(rules.map((rule) => raisesByItself(rule, generating))).toEqual([true, true]);
  expect(correlations.map((rule) => raisesByItself(rule, correlations))).toEqual([true, false]);
});

test('what lacks a rule, and what stands on that, is refused by name', () => {
  const { correlations: left, refused } = checkCorrelations(correlations, rules.slice(1));
  expect(left).toEqual([]);
  expect(refused.map(({ refusals }) => refusals.map(({ subject }) => subject))).toEqual([['refusal'], ['refusals']]);
});

test('a field that no event of a rule has is named', () => {
  const [, refusals] = correlations;
  const asked = correlations.map((rule) => (rule === refusals ? { ...rule, groupBy: ['shoe'] } : rule));
  const { refused } = checkCorrelations(asked, rules);
  expect(refused.map(({ refusals: [first] }) => `${first?.kind} ${first?.subject}`)).toEqual([
    'field shoe',
    'reference refusals',
  ]);
});

test('a circle is refused', () => {
  const circle = parseSigma(`title: a
name: a
correlation: { type: temporal, rules: [b, x], timespan: 1m }
---
title: b
name: b
correlation: { type: temporal, rules: [a, x], timespan: 1m }
`).documents.filter((document) => document.kind === 'correlation');
  const { refused } = checkCorrelations(circle, []);
  expect(refused.map(({ refusals }) => refusals[0]?.message)).toEqual([
    'the correlation refers to itself',
    'the correlation refers to itself',
  ]);
});
