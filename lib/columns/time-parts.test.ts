import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TIME_PARTS, timePartMember, timePartOf } from '@/lib/query';
import { cycleOf, meansOf, yearSpans } from './time-parts';

const MONDAY = Date.parse('2024-01-01T00:00:00Z') * 1000;
const HOUR = 3_600_000_000;
const DAY = 24 * HOUR;
/** Beyond the years 1684 to 2255 a number has no exact microseconds, so that times beside a boundary may lie on it. */
const micros = fc.maxSafeInteger();

describe.each(TIME_PARTS.filter((part) => part !== 'year'))('the cycle of %s', (part) => {
  const { least, most } = timePartMember(part);

  test('says of every time what the calendar says', () => {
    fc.assert(
      fc.property(micros, fc.integer({ min: least, max: most }), (time, value) => {
        const { width, accepts } = cycleOf(part, (other) => other === value);
        const place = Math.floor(time / width) % accepts.length;
        expect(accepts[place < 0 ? place + accepts.length : place]).toBe(timePartOf(part, time) === value ? 1 : 0);
      }),
      { numRuns: 50 },
    );
  });
});

test('what a cycle means of a run of times shows without looking at each', () => {
  const night = cycleOf('hour', (hour) => hour < 6);
  expect(meansOf(night, MONDAY, MONDAY + 5 * HOUR)).toBe('all');
  expect(meansOf(night, MONDAY + 6 * HOUR, MONDAY + 23 * HOUR)).toBe('none');
  expect(meansOf(night, MONDAY + 5 * HOUR, MONDAY + 6 * HOUR)).toBe('some');
  expect(meansOf(night, MONDAY, MONDAY + 1000 * DAY)).toBe('some');
  expect(meansOf(night, -HOUR, -1)).toBe('none');
});

test('years become spans, those side by side one', () => {
  const year = (number: number) => Date.parse(`${number}-01-01T00:00:00Z`) * 1000;
  expect(yearSpans((number) => number !== 2023, year(2020) + DAY, year(2025) + DAY)).toEqual([
    { from: year(2020), to: year(2023) },
    { from: year(2024), to: year(2026) },
  ]);
});
