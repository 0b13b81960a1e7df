import { expect, test } from 'vitest';
import { parseDuration } from './durations';

test.each([
  ['1.5s', 1500],
  ['331.678µs', 0.331678],
  ['331.678μs', 0.331678],
  ['12ns', 0.000012],
  ['1m2.5s', 62_500],
  ['1h0m0s', 3_600_000],
  ['0s', 0],
  ['', null],
  ['12', null],
  ['1.5 s', null],
  ['-1s', null],
  ['1s later', null],
])('reads %s', (text, expected) => {
  expect(parseDuration(text)).toBe(expected);
});
