import { expect, test } from 'vitest';
import type { ReadRule } from '@/lib/interface';
import { groupReadRules } from './group-read-rules';

function read(title: string, given: Partial<ReadRule>): ReadRule {
  return {
    id: title,
    file: null,
    title,
    kind: 'rule',
    outcome: 'added',
    types: [],
    q: null,
    words: null,
    refusals: [],
    line: 1,
    ...given,
  };
}

const refusal = (kind: string, about: string) => ({ kind, about, message: `${kind} ${about}` });

test('rules that can be run come by outcome, refused ones by reason, the most first', () => {
  const groups = groupReadRules([
    read('a', { refusals: [refusal('modifier', 'expand'), refusal('field', 'x')] }),
    read('b', { outcome: 'unchanged' }),
    read('c', { refusals: [refusal('log-source', 'windows')] }),
    read('d', {}),
    read('e', { refusals: [refusal('log-source', 'windows')], outcome: 'changed' }),
  ]);
  expect(groups.map(({ title, refused, rules }) => [title, refused, rules.map((rule) => rule.title)])).toEqual([
    ['added', false, ['d']],
    ['unchanged', false, ['b']],
    ['log-source: windows', true, ['c', 'e']],
    ['modifier: expand', true, ['a']],
  ]);
});

test('nothing handed in is no group', () => {
  expect(groupReadRules([])).toEqual([]);
});
