import { expect, it } from 'vitest';
import { stackMarks } from './stack-marks';

const mark = (start: number, end: number) => ({ start, end });

it('marks lie beside each other where they would overlap', () => {
  expect(stackMarks([mark(0, 10), mark(5, 7), mark(7, 9), mark(10, 12)], 4)).toEqual([0, 1, 1, 0]);
});

it('the last row takes what no other has room for', () => {
  expect(stackMarks([mark(0, 10), mark(1, 10), mark(2, 10), mark(10, 11)], 2)).toEqual([0, 1, 1, 0]);
});
