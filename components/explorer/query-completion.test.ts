import { expect, test } from 'vitest';
import { pieceBefore, quoted } from './query-completion';

test.each([
  ['verb', null, 0],
  ['verb:del', 'verb', 5],
  ['(user:sys', 'user', 6],
  ['a and -verb:', 'verb', 12],
  ['a -ve', null, 3],
  ['a ', null, 2],
])('at the end of "%s" the field is %s, from %d', (text, field, from) => {
  expect(pieceBefore(text)).toEqual({ field, from });
});

test('a value that is no plain word is quoted', () => {
  expect(quoted('kube-system')).toBe('kube-system');
  expect(quoted('system:node:a')).toBe('"system:node:a"');
  expect(quoted('say "hi" \\ bye')).toBe('"say \\"hi\\" \\\\ bye"');
  expect(quoted('or')).toBe('"or"');
});
