import { expect, test } from 'vitest';
import { distinctEstimate, slotOf } from './distinct-estimate';
import { entropyOf } from './entropy';
import { median, medianDeviation, quantile, quartiles } from './quantiles';

test('entropy in bits a character', () => {
  expect(entropyOf('')).toBe(0);
  expect(entropyOf('aaaa')).toBe(0);
  expect(entropyOf('abab')).toBe(1);
  expect(entropyOf('0123456789abcdef')).toBe(4);
});

test.each([10, 100, 1000, 4000])('%i different names are estimated within a twentieth', (names) => {
  const slots = new Set(Array.from({ length: names }, (_none, n) => slotOf(`name-${n * 7919}.x`, 4096)));
  expect(Math.abs(distinctEstimate(slots.size, 4096) - names)).toBeLessThanOrEqual(names / 20 + 1);
});

test('quantiles, of one value and of none', () => {
  expect([0, 0.25, 0.5, 1].map((share) => quantile([1, 2, 3, 4, 5], share))).toEqual([1, 2, 3, 5]);
  expect(quantile([7], 0.9)).toBe(7);
  expect(median([])).toBeNaN();
  expect(medianDeviation([1, 2, 2, 3, 3, 3, 4, 5, 5])).toBe(1);
  expect(quartiles(Float64Array.from([1, 2, 25, 42, 90, 299, 500, 1500, 4975]))).toEqual([13.5, 90, 1000]);
});
