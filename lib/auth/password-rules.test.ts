import { expect, it } from 'vitest';
import { passwordProblem } from './password-rules';

const ada = { name: 'Ada Lovelace', email: 'ada@example.org' };

it.each([
  ['elevenchars', /at least 12/],
  ['aaaaaaaaaaaa', /repeats/],
  ['abababababababab', /repeats/],
  ['password1234!', /guess/],
  ['Password-Password', /guess/],
  ['administrator1', /guess/],
  ['abcdefghijkl', /guess/],
  ['835729104857', /guess/],
  ['ada@example.org1', /guess/],
  ['Lovelace-2026!', /guess/],
  ['ada.lovelace.1815', /guess/],
  ['p4-\u{1F600}\u{1F600}', /at least 12/],
])('refuses %s', (password, reason) => {
  expect(passwordProblem(password, ada)).toMatch(reason);
});

it.each(['a long walk to the river', 'Tr0ub4dor&Zebra', 'kQ7vXw2pLm9s', 'пароль из слов'])('takes %s', (password) => {
  expect(passwordProblem(password, ada)).toBeNull();
});

it('does not mind a name of no letters', () => {
  expect(passwordProblem('a long walk to the river', { name: '', email: '@' })).toBeNull();
});
