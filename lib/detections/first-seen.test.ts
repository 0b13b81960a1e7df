import { expect, test } from 'vitest';
import { DAY, HOUR, MONDAY } from './example-events';
import { isLearned, secondsBefore } from './first-seen';

const hour = MONDAY / HOUR;
const every = (hours: number, from = hour) => Array.from({ length: hours }, (_none, n) => from + n);

test('two days with events are history enough', () => {
  const span = { from: MONDAY, to: MONDAY + 3 * DAY, hours: Uint32Array.from(every(72)) };
  expect(isLearned(MONDAY + 2 * DAY - 1, span)).toBe(false);
  expect(isLearned(MONDAY + 2 * DAY, span)).toBe(true);
  expect(secondsBefore(MONDAY + 2 * DAY, span)).toBe(2 * 86_400);
  expect(secondsBefore(MONDAY, span)).toBe(0);
  expect(isLearned(MONDAY, null)).toBe(false);
});

test('an event of another year is no history of the time between', () => {
  const long = 1000 * DAY;
  const hours = Uint32Array.from([hour, ...every(30, hour + long / HOUR)]);
  const span = { from: MONDAY, to: MONDAY + long + 30 * HOUR, hours };
  expect(isLearned(MONDAY + long + 22 * HOUR, span)).toBe(false);
  expect(secondsBefore(MONDAY + long, span)).toBe(3600);
  expect(isLearned(MONDAY + long + 24 * HOUR, span)).toBe(true);
});
