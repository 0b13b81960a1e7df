import { expect, test } from 'vitest';
import { decimalText, storable } from './stored-text';

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

test('what Postgres refuses becomes a mark, everything else stays', () => {
  expect(storable('a\0b\ud800c💥')).toBe('a\uFFFDb\uFFFDc💥');
});
