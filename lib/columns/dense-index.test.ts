import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyNumbers } from './dense-index';

test.each([600, 2 ** 40])('keys below %d have the numbers of a map, also after all were forgotten', (bound) => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 599 })), fc.array(fc.nat({ max: 599 })), (before, keys) => {
      const numbers = keyNumbers(10, bound);
      for (const key of before) numbers.numberOf(key);
      numbers.clear();
      const known = new Map<number, number>();
      for (const key of keys) {
        const expected = known.get(key) ?? known.size;
        known.set(key, expected);
        expect(numbers.numberOf(key)).toBe(expected);
        expect(numbers.keyOf(expected)).toBe(key);
      }
      expect(numbers.size).toBe(known.size);
    }),
  );
});
