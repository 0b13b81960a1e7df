import { expect, test } from 'vitest';
import { medianOf, modifiedZ, spreadOfCounts } from './modified-z';

test('the median', () => {
  expect(medianOf([])).toBe(0);
  expect(medianOf([3, 1, 2])).toBe(2);
  expect(medianOf([4, 1, 2, 3])).toBe(2.5);
});

test('a worked case: median 2.45, MAD 0.15', () => {
  const values = [2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3];
  const scores = modifiedZ(values, () => 0).map(({ z }) => Number(z.toFixed(2)));
  expect(scores.slice(0, 2)).toEqual([-1.57, 0.67]);
  expect(scores.slice(-2)).toEqual([25.86, 26.31]);
});

test('where most are the same, counts still spread', () => {
  const scores = modifiedZ([0, 0, 0, 30], spreadOfCounts);
  expect(scores.map(({ z }) => z)).toEqual([0, 0, 0, 30]);
  expect(modifiedZ([100, 100, 100, 130], spreadOfCounts).at(-1)).toEqual({ z: 3, median: 100 });
});
