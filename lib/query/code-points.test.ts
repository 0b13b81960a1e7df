import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareCodePoints } from './code-points';

test('texts are ordered as their bytes in UTF-8 are', () => {
  const text = fc.string({ unit: 'binary', maxLength: 4 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(Math.sign(compareCodePoints(one, other))).toBe(Buffer.from(one).compare(Buffer.from(other)));
    }),
  );
});
