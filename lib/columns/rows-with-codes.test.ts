import { expect, test } from 'vitest';
import { makeBits, setBit } from './bits';
import { makeCodes } from './codes';
import { rowsWithCodes } from './rows-with-codes';

const codes = makeCodes(6, 3);
codes.set([2, 1, 2, 3, 1, 2]);

test('the first row of each code that is wanted', () => {
  expect(rowsWithCodes(codes, null, new Set([1, 2, 9]))).toEqual(
    new Map([
      [2, 0],
      [1, 1],
    ]),
  );
});

test('rows outside the bits are passed over', () => {
  const bits = makeBits(6);
  for (const row of [2, 4]) setBit(bits, row);
  expect(rowsWithCodes(codes, bits, new Set([1, 2, 3]))).toEqual(
    new Map([
      [2, 2],
      [1, 4],
    ]),
  );
});
