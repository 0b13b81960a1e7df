import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SmallNumbers } from './small-numbers';

const PORTS = 65_536;

test('small whole numbers have the code that was kept for them, all others none', () => {
  const number = fc.oneof(fc.integer({ min: -2, max: 70_000 }), fc.double(), fc.constantFrom(-0, 2 ** 32, 2 ** 32 + 1));
  fc.assert(
    fc.property(fc.array(number), fc.array(number), (kept, others) => {
      const numbers = new SmallNumbers();
      const codes = new Map<number, number>();
      for (const [place, value] of kept.entries()) {
        numbers.keep(value, place + 1);
        codes.set(value, place + 1);
      }
      for (const value of [...kept, ...others]) {
        const isSmall = Number.isInteger(value) && value >= 0 && value < PORTS;
        expect(numbers.codeOf(value), String(value)).toBe(isSmall ? (codes.get(value) ?? 0) : 0);
      }
    }),
  );
});
