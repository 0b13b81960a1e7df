import { expect, test } from 'vitest';
import { checkPipeline } from '@/lib/query';
import { eventsOfSubject, leaveOutLink, queryOfRule, webAddress } from './rule-links';

const rule = { q: 'verb:get or verb:list', exclude: 'user:robot', types: ['audit'] as const };

test('what is left out is left out of the whole query', () => {
  expect(queryOfRule(rule)).toBe('(verb:get or verb:list) and not (user:robot)');
  expect(queryOfRule({ ...rule, exclude: ' ' })).toBe('verb:get or verb:list');
  expect(queryOfRule({ ...rule, q: null })).toBeNull();
});

test('a subject opens with its values quoted, and with none where it has none', () => {
  const link = eventsOfSubject(
    { ...rule, types: ['audit'] },
    ['user', 'namespace', 'node'],
    ['a" or b:*', 'shop', ''],
    { from: 'now-1h' },
  );
  const { pathname, searchParams } = new URL(link ?? '', 'http://here');
  const q = searchParams.get('q') ?? '';
  expect(pathname).toBe('/explore/audit');
  expect(searchParams.get('from')).toBe('now-1h');
  expect(q).toContain('not node:*');
  expect(q).toContain('namespace:shop');
  expect(checkPipeline(q)).toBeNull();
});

test('a finding offers its subject as what to leave out', () => {
  const link = leaveOutLink('/findings/rules/x', { user: 'a b', namespace: 'shop' });
  expect(new URL(link, 'http://here').searchParams.get('exclude')).toBe('user:"a b" namespace:shop');
  expect(leaveOutLink('/findings/rules/x', {})).toBe('/findings/rules/x');
});

test.each([
  ['https://example.org/a', 'https://example.org/a'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['not an address', null],
])('%s leads to %s', (text, address) => {
  expect(webAddress(text)).toBe(address);
});
