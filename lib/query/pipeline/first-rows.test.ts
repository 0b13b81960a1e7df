import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FirstRows } from './first-rows';

test('the first rows are those of sorting all of them', () => {
  fc.assert(
    fc.property(fc.nat({ max: 20 }), fc.integer({ min: 0, max: 9000 }), fc.nat(), (limit, rows, seed) => {
      const all = Array.from({ length: rows }, (_, row) => [(row * 7919 + seed) % 5000, row]);
      const compare = (one: readonly unknown[], other: readonly unknown[]) =>
        Number(one[0]) - Number(other[0]) || Number(one[1]) - Number(other[1]);
      const first = new FirstRows(limit, compare);
      for (const row of all) first.add(row);
      expect(first.finish()).toEqual(all.toSorted(compare).slice(0, limit));
    }),
    { numRuns: 30 },
  );
});
