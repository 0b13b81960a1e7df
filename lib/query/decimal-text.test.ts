import { expect, test } from 'vitest';
import { decimalText } from './decimal-text';

test.each([
  [0, '0'],
  [-0, '0'],
  [12.5, '12.5'],
  [1e-7, '0.0000001'],
  [-1.25e-9, '-0.00000000125'],
  [1e21, '1000000000000000000000'],
  [-1.5e22, '-15000000000000000000000'],
  [Number.NaN, null],
  [Number.POSITIVE_INFINITY, null],
])('%d has all its digits', (value, text) => {
  expect(decimalText(value)).toBe(text);
});
