import { expect, test } from 'vitest';
import {
  CorrelationSet,
  checkCorrelations,
  compileRule,
  fieldValue,
  parseSigma,
  RuleSet,
  raisesByItself,
} from './index';
import { readRecord } from './testing/read-record';

const FILE = `title: Secrets read by many names
name: sweep
level: high
correlation:
  type: value_count
  rules: [secret_read]
  group-by: [user.username]
  timespan: 10m
  condition: { field: objectRef.name, gte: 3 }
---
title: A secret was read
name: secret_read
logsource: { product: kubernetes, service: audit }
detection:
  selection: { verb: get, objectRef.resource: secrets }
  condition: selection
---
title: A rule for other logs
logsource: { product: windows, service: security }
detection:
  selection: { EventID: 4624 }
  condition: selection
---
title: Controllers read secrets
logsource: { product: kubernetes }
filter:
  rules: [secret_read]
  controllers: { user.username|startswith: 'system:' }
  condition: not controllers
`;

function secretRead(minute: number, user: string, name: string): string {
  const time = `2024-05-06T07:${String(minute).padStart(2, '0')}:00.000000Z`;
  return JSON.stringify({
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    auditID: `a${minute}`,
    stage: 'ResponseComplete',
    verb: 'get',
    user: { username: user },
    objectRef: { resource: 'secrets', namespace: 'shop', name },
    responseStatus: { code: 200 },
    requestReceivedTimestamp: time,
    stageTimestamp: time,
  });
}

test('a file of rules finds what it is about in records of logs', () => {
  const { documents, problems } = parseSigma(FILE);
  expect(problems).toEqual([]);
  const filters = documents.filter((document) => document.kind === 'filter');
  const compiled = documents.flatMap((document) =>
    document.kind === 'rule' ? [compileRule(document, { filters })] : [],
  );
  expect(compiled.map(({ refusals }) => refusals?.map(({ subject }) => subject) ?? null)).toEqual([
    null,
    ['product: windows, service: security'],
  ]);

  const rules = compiled.filter((rule) => rule.refusals === null);
  const { correlations, refused } = checkCorrelations(
    documents.filter((document) => document.kind === 'correlation'),
    rules.map(({ rule }) => rule),
  );
  expect(refused).toEqual([]);
  expect(rules.map(({ rule }) => raisesByItself(rule, correlations))).toEqual([false]);

  const records = [
    secretRead(0, 'eve', 'a'),
    secretRead(1, 'system:controller', 'b'),
    secretRead(2, 'eve', 'a'),
    secretRead(3, 'eve', 'b'),
    secretRead(4, 'ann', 'c'),
    secretRead(5, 'eve', 'c'),
  ];
  const set = new RuleSet(rules, new Date('2026-02-01T00:00:00Z'));
  const running = CorrelationSet.of(correlations);
  const found = records.flatMap((record, index) => {
    const event = readRecord(record);
    const finding = set.finding(event).flatMap((place) => rules[place] ?? []);
    const source = finding[0]?.logSource;
    if (source === undefined) return [];
    return running.add(
      finding.map(({ rule }) => rule),
      { time: event.time ?? 0, id: String(index), type: event.type, field: (name) => fieldValue(source, event, name) },
    );
  });
  expect(found.map(({ rule, group, figure, events }) => [rule.head.name, group, figure, events])).toEqual([
    ['sweep', ['eve'], 3, ['2', '3', '5']],
  ]);
});
