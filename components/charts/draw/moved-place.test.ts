import { expect, test } from 'vitest';
import { movedPlace } from './moved-place';

const LINES = [
  ['a', null, 'c'],
  [null, 'e', null],
  ['g', 'h', 'i'],
];

test('arrows go to the next mark that way, over gaps, and stop at the edge', () => {
  expect(movedPlace(LINES, null, 'ArrowRight')).toEqual({ line: 0, at: 0 });
  expect(movedPlace(LINES, { line: 0, at: 0 }, 'ArrowRight')).toEqual({ line: 0, at: 2 });
  expect(movedPlace(LINES, { line: 0, at: 2 }, 'ArrowRight')).toEqual({ line: 0, at: 2 });
  expect(movedPlace(LINES, { line: 0, at: 2 }, 'ArrowDown')).toEqual({ line: 1, at: 1 });
  expect(movedPlace(LINES, { line: 1, at: 1 }, 'ArrowDown')).toEqual({ line: 2, at: 1 });
  expect(movedPlace(LINES, { line: 2, at: 0 }, 'ArrowUp')).toEqual({ line: 1, at: 1 });
  expect(movedPlace(LINES, null, 'End')).toEqual({ line: 2, at: 2 });
  expect(movedPlace(LINES, { line: 2, at: 2 }, 'x')).toBeNull();
  expect(movedPlace([], null, 'ArrowDown')).toBeNull();
});
