import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allBits, type Bits, makeBits, setBit } from './bits';
import { addDigests, digestHex, digestRows, NO_ROWS } from './rows-digest';

const ROWS = 500;
const arbitraryRows = fc.uniqueArray(fc.nat(ROWS - 1), { maxLength: ROWS });
const arbitrarySegment = fc.integer({ min: 1, max: 2_147_483_647 });

function bitsOf(rows: readonly number[]): Bits {
  const bits = makeBits(ROWS);
  for (const row of rows) setBit(bits, row);
  return bits;
}

const whole = (segment: number, rows: readonly number[]) => digestRows(segment, ROWS, bitsOf(rows), 0).others;

test('neither the order of events nor how they are split matters', () => {
  fc.assert(
    fc.property(arbitrarySegment, arbitraryRows, fc.nat(), fc.nat(ROWS), (segment, rows, turn, bound) => {
      const digest = whole(segment, rows);
      const start = turn % (rows.length + 1);
      const turned = [...rows.slice(start), ...rows.slice(0, start)];
      expect(whole(segment, turned)).toEqual(digest);
      const parts = [turned.slice(0, start), turned.slice(start)].map((part) => whole(segment, part));
      expect(parts.reduceRight(addDigests, NO_ROWS)).toEqual(digest);
      const { below, others } = digestRows(segment, ROWS, bitsOf(rows), bound);
      expect(below.count).toBe(rows.filter((row) => row < bound).length);
      expect(addDigests(others, below)).toEqual(digest);
    }),
  );
});

test('other events have another digest, and the same numbers of other segments too', () => {
  fc.assert(
    fc.property(arbitrarySegment, arbitraryRows, arbitraryRows, (segment, one, other) => {
      const same = one.length === other.length && one.every((row) => other.includes(row));
      expect(digestHex(whole(segment, one)) === digestHex(whole(segment, other))).toBe(same);
      if (one.length > 0)
        expect(digestHex(whole((segment % 2_147_483_647) + 1, one))).not.toBe(digestHex(whole(segment, one)));
    }),
  );
});

test('neighbouring events are told apart, alone and in pairs', () => {
  const digests = new Set<string>();
  const rows = Array.from({ length: ROWS }, (_, row) => row);
  for (const segment of [1, 2, 3]) {
    for (const row of rows) {
      digests.add(digestHex(whole(segment, [row])));
      digests.add(digestHex(whole(segment, [row, (row + 1) % ROWS])));
    }
  }
  expect(digests.size).toBe(3 * 2 * ROWS);
});

test('all events of a segment are told without bits', () => {
  expect(digestRows(7, ROWS, null, 20)).toEqual(digestRows(7, ROWS, allBits(ROWS), 20));
  expect(digestHex(NO_ROWS)).toBe('0000000000000000');
});
