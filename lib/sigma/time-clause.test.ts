import { expect, test } from 'vitest';
import { matches } from '@/lib/query';
import { EMPTY_EVENT, queryable } from '@/lib/query/testing/sample-event';
import { compileDetection } from './compile-detection';
import { compileRule } from './compile-rule';
import { prefixMapping } from './field-mapping';
import { RuleSet } from './many/rule-set';
import { readRecord } from './testing/read-record';
import { ruleWith } from './testing/rule-of';

const NOW = new Date('2026-02-01T00:00:00Z');

test.each([
  [
    'hour: 23',
    ['2024-05-06T23:59:59.123456Z', '2024-05-06 23:00:00', '2024-05-06T23:00:00+00:00'],
    ['2024-05-06T22:59:59Z'],
  ],
  ['hour|gte: 22', ['2024-05-06T22:00:00Z', '2024-05-06T23:00:00Z'], ['2024-05-06T21:00:00Z', '22']],
  ['minute|lt: 2', ['2024-05-06T22:01:00Z'], ['2024-05-06T01:02:00Z']],
  ['month: [1, 12]', ['2024-12-06T22:01:00Z', '2024-01-06T22:01:00Z'], ['2024-05-12T01:02:00Z']],
  ['day|gt: 30', ['2024-05-31T22:01:00Z'], ['2024-05-30T01:02:00Z']],
  // Whose hour would have to be shifted.
  ['year: 2024', ['2024-05-31T22:01:00Z'], ['2023-05-31T22:01:00Z', '2024-05-31T22:01:00+02:00', 'in 2024']],
])('the %s of a time in a text', (test_, finds, misses) => {
  const [part, value] = test_.split(': ');
  const rule = ruleWith(`s: { 'seen|${part}': ${value} }\ncondition: s`);
  const { query, refusals } = compileDetection(rule.detection, prefixMapping('sigma.'), new Map());
  expect(refusals).toEqual([]);
  const found = (seen: string) =>
    matches(query, queryable({ ...EMPTY_EVENT, attributes: new Map([['sigma.seen', seen]]) }), NOW);
  expect(finds.map((seen) => [seen, found(seen)])).toEqual(finds.map((seen) => [seen, true]));
  expect(misses.map((seen) => [seen, found(seen)])).toEqual(misses.map((seen) => [seen, false]));
});

test('streams find what the clock and two fields of a record say', () => {
  const rules = [
    's: { timestamp|hour: [2, 3], verb: get }\ncondition: s',
    's: { timestamp|hour|lt: 2 }\ncondition: s',
    's: { user|fieldref: objectRef.name }\ncondition: s',
    's: { user|fieldref|neq: objectRef.name }\ncondition: s',
    's: { user|fieldref|cased: objectRef.name }\ncondition: s',
    's: { user|fieldref|endswith: impersonatedUser.username }\ncondition: s',
  ].map((detection) => compileRule(ruleWith(detection)));
  const runnable = rules.filter((rule) => rule.refusals === null);
  expect(runnable).toHaveLength(rules.length);
  const set = new RuleSet(runnable, NOW);
  const record = (more: Readonly<Record<string, unknown>>) =>
    readRecord(
      JSON.stringify({
        ...{ kind: 'Event', apiVersion: 'audit.k8s.io/v1', auditID: 'a', stage: 'ResponseComplete', verb: 'get' },
        ...{ requestReceivedTimestamp: '2024-05-06T03:04:05.000000Z', stageTimestamp: '2024-05-06T03:04:05.000000Z' },
        ...more,
      }),
    );
  expect(set.finding(record({ user: { username: 'eve' }, objectRef: { resource: 'users', name: 'Eve' } }))).toEqual([
    0, 2,
  ]);
  expect(set.finding(record({ user: { username: 'eve' }, objectRef: { resource: 'users', name: 'bob' } }))).toEqual([
    0, 3,
  ]);
  expect(
    set.finding(
      record({ user: { username: 'by-bob' }, impersonatedUser: { username: 'bob' }, objectRef: { name: 'by-bob' } }),
    ),
  ).toEqual([0, 2, 4, 5]);
});
