import { expect, it } from 'vitest';
import { secondsSince, streamState } from './stream-state';

const NOW = Date.parse('2031-06-01T10:00:00Z');

it.each([
  [null, 'waiting'],
  ['2031-06-01T09:59:01Z', 'speaking'],
  ['2031-06-01T10:00:03Z', 'speaking'],
  ['2031-06-01T09:58:59Z', 'quiet'],
  ['2031-06-01T09:50:01Z', 'quiet'],
  ['2031-06-01T09:49:59Z', 'silent'],
] as const)('last heard at %s it is %s', (seenAt, state) => {
  expect(streamState({ seenAt }, NOW)).toBe(state);
});

it('is never heard in the future', () => {
  expect(secondsSince('2031-06-01T10:00:03Z', NOW)).toBe(0);
  expect(secondsSince('2031-06-01T09:59:30Z', NOW)).toBe(30);
});
