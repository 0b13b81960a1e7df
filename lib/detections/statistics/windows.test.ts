import { expect, test } from 'vitest';
import { sumsWithin } from './windows';

test('sums over windows that end with each point', () => {
  expect(
    sumsWithin(
      [
        [1, 2],
        [2, 3],
        [4, 5],
        [9, 1],
      ],
      3,
    ),
  ).toEqual([
    [1, 2],
    [2, 5],
    [4, 8],
    [9, 1],
  ]);
  expect(sumsWithin([], 3)).toEqual([]);
});
