import { expect, it } from 'vitest';
import { pathOfOurs } from './path-of-ours';

it.each([
  ['/explore?q=verb%3Adelete', '/explore?q=verb%3Adelete'],
  ['/', '/'],
  [undefined, '/'],
  [['/a', '/b'], '/'],
  ['https://evil.example/', '/'],
  ['//evil.example/', '/'],
  ['/\\evil.example/', '/'],
  ['/\t/evil.example/', '/'],
  ['/.//evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['evil', '/'],
])('after signing in %j leads to %s', (to, expected) => {
  expect(pathOfOurs(to)).toBe(expected);
});
