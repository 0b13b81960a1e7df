import { describe, expect, test } from 'vitest';
import { parseSigma } from './parse-sigma';

const RULE = `title: A rule
id: 929a690e-bef0-4204-a928-ef5e620d6fcc
status: test
level: high
author: Ann, Bob
tags: [attack.t1609]
falsepositives: Few
logsource: { product: kubernetes, service: Audit }
detection:
  selection:
    verb: get
  condition: selection
custom: kept out
`;

test('reads what a rule says of itself', () => {
  const { documents, problems } = parseSigma(RULE);
  expect(problems).toEqual([]);
  expect(documents[0]).toMatchObject({
    kind: 'rule',
    head: { title: 'A rule', status: 'test', level: 'high', author: 'Ann, Bob', falsePositives: ['Few'], line: 1 },
    logSource: { product: 'kubernetes', service: 'audit', category: null },
  });
});

describe('says where something is wrong', () => {
  test.each([
    ['no YAML', 'title: [', 1, ''],
    ['a key twice', `${RULE}title: again\n`, 14, 'unique'],
    ['no rule', '- a\n- b\n', 1, 'a map'],
    ['no title', RULE.replace('title: A rule', 'x: y'), 1, '"title"'],
    ['no detection', RULE.slice(0, RULE.indexOf('detection')), 1, 'no "detection"'],
    ['no log source', RULE.replace('logsource', 'source'), 1, 'no "logsource"'],
    [
      'an empty log source',
      RULE.replace('{ product: kubernetes, service: Audit }', '{ definition: x }'),
      8,
      'category',
    ],
    ['a level of its own', RULE.replace('level: high', 'level: severe'), 4, '"level"'],
    ['no condition', RULE.replace('  condition: selection\n', ''), 10, 'no condition'],
    ['a wrong condition', RULE.replace('condition: selection', 'condition: other'), 12, '"other"'],
    [
      'a condition that counts',
      RULE.replace('condition: selection', 'condition: selection | count() > 5'),
      12,
      'counts',
    ],
    ['a map for a value', RULE.replace('verb: get', 'verb: { a: b }'), 11, 'must be a text'],
    ['a number that is not exact', RULE.replace('verb: get', 'status: 9007199254740993'), 11, 'exactly'],
    ['an empty selection', RULE.replace('    verb: get\n', '    {}\n'), 11, 'empty'],
    ['an action that nobody knows', `action: stop\n${RULE}`, 1, 'action'],
  ])('%s', (_name, text, line, message) => {
    const { documents, problems } = parseSigma(text);
    expect(documents).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.line).toBe(line);
  });
});

test('what is nested without end is told as that', () => {
  const { documents, problems } = parseSigma(RULE.replace('verb: get', `verb: ${'['.repeat(9000)}${']'.repeat(9000)}`));
  expect(documents).toEqual([]);
  expect(problems).toMatchObject([{ message: 'the YAML is nested too deeply' }]);
});

test('a broken document leaves the others', () => {
  const { documents, problems } = parseSigma(`${RULE}---\ntitle: broken\n---\n${RULE}---\n`);
  expect(documents).toHaveLength(2);
  expect(problems).toEqual([{ line: 15, title: 'broken', message: 'the rule has no "detection"' }]);
});

test('documents hand on what they are told to', () => {
  const text = `action: global
title: Shared
logsource: { product: linux }
level: low
---
detection: { keywords: [a], condition: keywords }
---
level: high
logsource: { service: sshd }
detection: { keywords: [b], condition: keywords }
---
action: repeat
level: critical
---
action: reset
---
title: Alone
logsource: { product: linux }
detection: { keywords: [c], condition: keywords }
`;
  const { documents, problems } = parseSigma(text);
  expect(problems).toEqual([]);
  expect(
    documents.map(({ head, ...rest }) => [head.title, head.level, 'logSource' in rest && rest.logSource.service]),
  ).toEqual([
    ['Shared', 'low', null],
    ['Shared', 'high', 'sshd'],
    ['Shared', 'critical', 'sshd'],
    ['Alone', null, null],
  ]);
});

test('aliases cannot grow without bound', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 12; level += 1) {
    lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`);
  }
  const { documents, problems } = parseSigma(`${RULE}${lines.join('\n')}\n`);
  expect([documents.length, problems.length]).toEqual([0, 1]);
});
