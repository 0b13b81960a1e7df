import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareCodePoints } from '@/lib/query';
import { commonest } from './commonest';

const counted = fc.array(fc.record({ text: fc.string({ unit: 'binary', maxLength: 3 }), count: fc.nat({ max: 5 }) }));

test('the commonest are the first of all when sorted', () => {
  fc.assert(
    fc.property(counted, fc.integer({ min: 1, max: 10 }), (all, limit) => {
      const sorted = [...all].sort((one, other) => other.count - one.count || compareCodePoints(one.text, other.text));
      const { distinct, values } = commonest(all, limit);
      expect(distinct).toBe(all.length);
      expect(values.map(({ text, count }) => [text, count])).toEqual(
        sorted.slice(0, limit).map(({ text, count }) => [text, count]),
      );
    }),
  );
});
