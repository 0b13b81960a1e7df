import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GroupIndex } from './group-index';

test('keys are numbered in the order in which they are first seen', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat({ max: 50 }), fc.maxSafeNat()), { maxLength: 3000 }), (keys) => {
      const index = new GroupIndex();
      const known = new Map<number, number>();
      for (const key of keys) {
        const expected = known.get(key) ?? known.size;
        known.set(key, expected);
        expect(index.numberOf(key)).toBe(expected);
      }
      expect(index.size).toBe(known.size);
    }),
    { numRuns: 50 },
  );
});

test('very many keys are told apart', () => {
  const index = new GroupIndex();
  for (let key = 0; key < 100_000; key += 1) index.numberOf(key * 65_536);
  expect(index.size).toBe(100_000);
  expect(index.numberOf(99_999 * 65_536)).toBe(99_999);
});
