import { expect, test } from 'vitest';
import { parsePipeline } from '@/lib/query';
import { queryOf, queryOfAny } from './query-of';

test('values become clauses, lists alternatives, nothing an absent field', () => {
  expect(queryOf({ user: 'ann', verb: ['get', 'list'], subresource: '' })).toBe(
    'user:ann verb:(get or list) -subresource:*',
  );
  expect(queryOf({ namespace: ['shop', ''] })).toBe('(namespace:shop or -namespace:*)');
  expect(queryOf({ 'pod.privileged': null, src_ip: '2001:db8::7' })).toBe('-pod.privileged:* src_ip:"2001:db8::7"');
});

test('whatever stands in a log can be asked for', () => {
  for (const text of ['a b', '"', 'and', '*', '\\', 'x:y', '-', '(', "'", '|'])
    expect(() => parsePipeline(queryOf({ user: text, 'proc.aname[2]': ['', text] }))).not.toThrow();
});

test('filters are joined in parentheses', () => {
  expect(queryOfAny(['user:ann', 'user:ann'])).toBe('user:ann');
  expect(queryOfAny(['user:ann', 'verb:get name:x'])).toBe('((user:ann) or (verb:get name:x))');
});
