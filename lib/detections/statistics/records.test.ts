import { expect, test } from 'vitest';
import { type Point, recordRuns } from './records';

const RULES = { min: 4, factor: 2, gap: 6, learnedFrom: 0 };

test('a record is so many times what was the highest before, and at least the minimum', () => {
  expect(
    recordRuns(
      [
        [1, 3],
        [100, 5],
        [200, 6],
      ],
      RULES,
    ),
  ).toEqual([]);
  expect(
    recordRuns(
      [
        [1, 3],
        [100, 6],
      ],
      RULES,
    ),
  ).toEqual([{ from: 100, to: 101, peak: 6, usual: 3 }]);
  expect(
    recordRuns(
      [
        [1, 1],
        [100, 3],
      ],
      RULES,
    ),
  ).toEqual([]);
});

test('records near each other are one run, which is not held against itself', () => {
  const points: Point[] = [
    [1, 2],
    [100, 4],
    [103, 9],
    [108, 5],
    [130, 10],
  ];
  expect(recordRuns(points, RULES)).toEqual([{ from: 100, to: 109, peak: 9, usual: 2 }]);
});

test('what comes again later is no record of the first day', () => {
  const points: Point[] = [
    [1, 8],
    [100, 8],
    [200, 8],
  ];
  expect(recordRuns(points, { ...RULES, learnedFrom: 50 })).toEqual([]);
  expect(
    recordRuns(
      [
        [1, 8],
        [3, 8],
        [200, 1],
      ],
      { ...RULES, learnedFrom: 50 },
    ),
  ).toEqual([{ from: 1, to: 4, peak: 8, usual: 1 }]);
});
