import { expect, test } from 'vitest';
import { parseQuantity } from './units';

test.each([
  ['0', 0, 'none'],
  ['-1.5', -1.5, 'none'],
  ['1e3', 1000, 'none'],
  ['-0', 0, 'none'],
  ['1MB', 1_000_000, 'size'],
  ['10KiB', 10_240, 'size'],
  ['2Gi', 2_147_483_648, 'size'],
  ['5b', 5, 'size'],
  ['250ms', 250, 'duration'],
  ['3s', 3000, 'duration'],
  ['1.5m', 90_000, 'duration'],
  ['20µs', 0.02, 'duration'],
])('%s is %d of %s', (text, number, unit) => {
  expect(parseQuantity(text)).toEqual({ number, unit });
});

test.each(['', 'x', '5 MB', '5x', '1e999', '0x10', '1_000', '--1', '1MBs'])('%j is no quantity', (text) => {
  expect(parseQuantity(text)).toBeNull();
});
