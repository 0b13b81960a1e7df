import { expect, test } from 'vitest';
import { asksWho } from './reach';

test.each([
  [{ HOST: '127.0.0.1', TRACKWAY_ACCOUNTS: 'off' }, false],
  [{ HOST: 'localhost', TRACKWAY_ACCOUNTS: 'on' }, true],
  [{ HOST: '0.0.0.0', TRACKWAY_ACCOUNTS: 'off' }, true],
  [{ HOST: '::1', TRACKWAY_ACCOUNTS: 'off', TRACKWAY_ORIGIN: 'http://[::1]:8080' }, false],
  // Whoever reaches the proxy reaches Trackway.
  [{ HOST: '127.0.0.1', TRACKWAY_ACCOUNTS: 'off', TRACKWAY_ORIGIN: 'https://logs.example.com' }, true],
] as const)('%j: %s', (environment, expected) => {
  expect(asksWho(environment)).toBe(expected);
});
