import { expect, test } from 'vitest';
import { isSignificant, surprise } from './g-test';

test('the score is that of the corrected likelihood ratio', () => {
  // By hand: G = 2(30 ln 1.5 + 10 ln 0.5 + 70 ln 0.875 + 90 ln 1.125) = 12.9747, q = 1 + (5 + 1.25 − 1)(2 + 2 − 1)/1200 = 1.013125.
  expect(surprise({ here: 30, hereAll: 100, there: 10, thereAll: 100 })).toBeCloseTo(12.9747 / 1.013125, 1);
  const one = surprise({ here: 30, hereAll: 100, there: 10, thereAll: 100 });
  expect(surprise({ here: 10, hereAll: 100, there: 30, thereAll: 100 })).toBeCloseTo(one, 9);
  expect(surprise({ here: 70, hereAll: 100, there: 90, thereAll: 100 })).toBeCloseTo(one, 9);
});

test('equal shares and empty sets surprise nobody', () => {
  expect(surprise({ here: 5, hereAll: 50, there: 10, thereAll: 100 })).toBeCloseTo(0, 9);
  expect(surprise({ here: 50, hereAll: 50, there: 100, thereAll: 100 })).toBe(0);
  expect(surprise({ here: 0, hereAll: 0, there: 10, thereAll: 100 })).toBe(0);
  expect(surprise({ here: 0, hereAll: 10, there: 0, thereAll: 100 })).toBe(0);
});

test('small counts are corrected towards chance', () => {
  const small = { here: 2, hereAll: 4, there: 0, thereAll: 4 };
  expect(surprise(small)).toBeLessThan(3.45);
  expect(isSignificant(surprise(small), 1)).toBe(false);
});

test('many comparisons ask for more', () => {
  expect(isSignificant(6.7, 1)).toBe(true);
  expect(isSignificant(6.5, 1)).toBe(false);
  // The tail of 19.51 is 1e-5, that of 28.37 is 1e-7.
  expect(isSignificant(19.6, 1000)).toBe(true);
  expect(isSignificant(19.4, 1000)).toBe(false);
  expect(isSignificant(28.5, 100_000)).toBe(true);
  expect(isSignificant(28.3, 100_000)).toBe(false);
});
