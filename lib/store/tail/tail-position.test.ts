import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPosition, WHOLE, writePosition } from './tail-position';

it('comes back as it was written', () => {
  const n = fc.oneof(fc.constant(WHOLE), fc.integer({ min: 0, max: WHOLE }));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), n, (arrival, last) => {
      expect(readPosition(writePosition({ arrival, n: last }))).toEqual({ arrival, n: last });
    }),
  );
});

it.each(['', 'x', '-1', '1-', '1-2-3', '1e3', ' 1', '99999999999999999'])('refuses %j', (text) => {
  expect(() => readPosition(text)).toThrow('no position of a tail');
});
