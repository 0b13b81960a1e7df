import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeBits, setBit } from '../bits';
import { largest } from '../first-groups';
import { scanTask } from './index';

const numberOrNone = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constant(Number.NaN));

/** Segments of events: a code of one column, one of another, a number. */
const arbitrarySegments = fc.array(
  fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 4 }), numberOrNone), { minLength: 1, maxLength: 60 }),
  { minLength: 1, maxLength: 4 },
);
type Segment = readonly (readonly [number, number, number])[];

const arbitraryShares = fc.record({ shares: fc.integer({ min: 1, max: 7 }), passes: fc.integer({ min: 1, max: 3 }) });

/** The number of a code's value in all segments differs from segment to segment. */
const numbersIn = (segment: number, size: number) =>
  Uint32Array.from({ length: size }, (_, code) => (code + segment) % size);

function partOf(segment: Segment, at: number, shares: { shares: number; passes: number; pass: number }) {
  const bits = makeBits(segment.length);
  for (const row of segment.keys()) setBit(bits, row);
  return scanTask('groupRows').run({
    bits,
    count: segment.length,
    keys: [
      { codes: Uint8Array.from(segment, ([one]) => one), numbers: numbersIn(at, 9), size: 9 },
      { codes: Uint8Array.from(segment, ([, two]) => two), numbers: numbersIn(at, 4), size: 4 },
    ],
    stretches: null,
    measured: [{ codes: null, numbers: Float64Array.from(segment, ([, , number]) => number), extremes: true }],
    shares,
  });
}

interface Expected {
  count: number;
  numbers: number[];
}

/** The same with a map of the language. */
function expectedOf(segments: readonly Segment[]): Map<number, Expected> {
  const groups = new Map<number, Expected>();
  for (const [at, segment] of segments.entries()) {
    for (const [one, two, number] of segment) {
      const value = (code: number, size: number) => (code === 0 ? 0 : (numbersIn(at, size)[code - 1] ?? 0) + 1);
      const key = value(one, 9) * 5 + value(two, 4);
      const group = groups.get(key) ?? { count: 0, numbers: [] };
      group.count += 1;
      if (!Number.isNaN(number)) group.numbers.push(number);
      groups.set(key, group);
    }
  }
  return groups;
}

function merged(segments: readonly Segment[], { shares, passes }: { shares: number; passes: number }) {
  return Array.from({ length: passes }, (_, pass) => {
    const parts = segments.map((segment, at) => partOf(segment, at, { shares, passes, pass }));
    return Array.from({ length: shares }, (_share, from) =>
      scanTask('mergeGroups').run({
        ...{ parts, from, to: from + 1, combinations: 50, measured: [{ extremes: true }], first: null },
      }),
    );
  }).flat();
}

test('shares and passes together give each group once, with what a map gives', () => {
  fc.assert(
    fc.property(arbitrarySegments, arbitraryShares, (segments, shares) => {
      const expected = expectedOf(segments);
      const found = new Map<number, Expected & { sum: number; least: number; most: number }>();
      for (const { keys, counts, measures } of merged(segments, shares)) {
        for (const [group, key] of keys.entries()) {
          expect(found.has(key)).toBe(false);
          const [measure] = measures;
          found.set(key, {
            count: counts[group] ?? 0,
            numbers: Array.from({ length: measure?.counts[group] ?? 0 }, () => 0),
            sum: measure?.sums[group] ?? 0,
            least: measure?.minima[group] ?? 0,
            most: measure?.maxima[group] ?? 0,
          });
        }
      }
      expect(found.size).toBe(expected.size);
      for (const [key, { count, numbers }] of expected) {
        const group = found.get(key);
        expect(group?.count).toBe(count);
        expect(group?.numbers.length).toBe(numbers.length);
        expect(group?.sum).toBe(numbers.reduce((sum, number) => sum + number, 0));
        expect(group?.least).toBe(Math.min(Number.POSITIVE_INFINITY, ...numbers));
        expect(group?.most).toBe(Math.max(Number.NEGATIVE_INFINITY, ...numbers));
      }
    }),
    { numRuns: 200 },
  );
});

test('of what is wanted nothing is missing, and all are counted', () => {
  fc.assert(
    fc.property(
      arbitrarySegments,
      fc.integer({ min: 1, max: 5 }),
      fc.boolean(),
      fc.constantFrom(0, null),
      (segments, count, descending, measure) => {
        const parts = segments.map((segment, at) => partOf(segment, at, { shares: 1, passes: 1, pass: 0 }));
        const input = { parts, from: 0, to: 1, combinations: 50, measured: [{ extremes: true }] };
        const all = scanTask('mergeGroups').run({ ...input, first: null });
        const first = scanTask('mergeGroups').run({ ...input, first: { measure, descending, count } });
        expect(first.total).toBe(all.keys.length);
        const amounts = (from: typeof all) =>
          Float64Array.from(from.keys.keys(), (group) => {
            if (measure === null) return from.counts[group] ?? 0;
            const own = from.measures[measure];
            return own?.counts[group] === 0 ? Number.NEGATIVE_INFINITY : (own?.sums[group] ?? 0);
          });
        const keys = largest(amounts(all), count, descending).map((group) => all.keys[group]);
        expect([...first.keys].sort()).toEqual(keys.sort());
      },
    ),
    { numRuns: 200 },
  );
});

test('where nearly every event is a group, what leaves the table early is merged again', () => {
  const rows = 200_000;
  const bits = makeBits(rows).fill(0xffff_ffff);
  const codes = Uint32Array.from({ length: rows }, (_, row) => ((row * 7919) % 90_000) + 1);
  const numbers = Uint32Array.from({ length: 90_000 }, (_, code) => code);
  const keys = [{ codes, numbers, size: 90_000 }];
  // A second key of many values, so that keys are searched for rather than having places.
  keys.push({ codes: new Uint32Array(rows), numbers: new Uint32Array(0), size: 1_000_000 });
  const shares = { shares: 8, passes: 1, pass: 0 };
  const part = scanTask('groupRows').run({ bits, count: rows, keys, stretches: null, measured: [], shares });
  expect(part.keys.length).toBeGreaterThan(90_000);
  const groups = scanTask('mergeGroups').run({
    ...{ parts: [part], from: 0, to: 8, combinations: 90_001 * 1_000_001, measured: [], first: null },
  });
  expect(groups.total).toBe(90_000);
  expect(groups.counts.reduce((sum, count) => sum + count, 0)).toBe(rows);
});
