import { expect, test } from 'vitest';
import { heldHoursOf, mostInADay, secondsOf } from './held-hours';
import type { TallyRow } from './tally';

const MINUTE_MS = 60_000;

function row(cells: readonly (readonly [hour: number, count: number, milliseconds: number])[]): TallyRow {
  return {
    key: [],
    buckets: Uint32Array.from(cells, ([hour]) => hour),
    counts: Uint32Array.from(cells, ([, count]) => count),
    sums: Float64Array.from(cells, ([, , sum]) => sum),
    first: 0,
    last: 0,
  };
}

test('windows of a log add up, side by side no further than the hour', () => {
  const hours = heldHoursOf(
    row([
      [10, 30, 30 * MINUTE_MS],
      [11, 3000, 3000 * MINUTE_MS],
    ]),
  );
  expect(hours).toEqual([
    { hour: 10, seconds: 1800, isSingle: false },
    { hour: 11, seconds: 3600, isSingle: false },
  ]);
  expect(secondsOf(hours)).toBe(5400);
});

test('a connection of many hours counts in full where it began', () => {
  expect(heldHoursOf(row([[10, 1, 540 * MINUTE_MS]]))).toEqual([{ hour: 10, seconds: 9 * 3600, isSingle: true }]);
});

test('the most in a day is looked for in any 24 hours up to each', () => {
  const hours = heldHoursOf(
    row([
      [0, 1, MINUTE_MS],
      [20, 1, 2 * MINUTE_MS],
      [43, 1, 4 * MINUTE_MS],
      [44, 1, 9 * MINUTE_MS],
    ]),
  );
  expect([...mostInADay(hours)]).toEqual([60, 180, 360, 780]);
});
