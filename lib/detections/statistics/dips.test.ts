import { expect, test } from 'vitest';
import { dipsOf } from './dips';

const PER_DAY = 288;
const RULES = { perDay: PER_DAY, places: 12, least: 60 };

/** A week of counts, more by day than by night, that scatter without chance. */
function week(): number[] {
  return Array.from({ length: 7 * PER_DAY }, (_none, place) => {
    const daily = 20 + 15 * Math.sin((place / PER_DAY) * 2 * Math.PI);
    return Math.round(daily + ((place * 7919) % 11) - 5);
  });
}

function times(values: readonly number[], from: number, to: number, share: (place: number) => number): number[] {
  return values.map((value, place) => (place >= from && place < to ? Math.round(value * share(place)) : value));
}

test('a week like any other has no dips', () => {
  expect(dipsOf(week(), RULES)).toEqual([]);
});

test('two hours of a tenth are one dip, with what is usual at this time', () => {
  const [dip, ...others] = dipsOf(
    times(week(), 1500, 1524, () => 0.1),
    RULES,
  );
  expect(others).toEqual([]);
  expect(dip).toMatchObject({ from: 1500, to: 1524, days: 5 });
  expect(dip?.expected).toBeGreaterThan(400);
});

test('half an hour of nothing is none, a silence to the end is one', () => {
  expect(
    dipsOf(
      times(week(), 1500, 1506, () => 0),
      RULES,
    ),
  ).toEqual([]);
  expect(
    dipsOf(
      times(week(), 1900, 2016, () => 0),
      RULES,
    ),
  ).toMatchObject([{ from: 1900, to: 2016, sum: 0 }]);
});

test('a weekend that becomes quiet over six hours is none', () => {
  const weekend = times(week(), 5 * PER_DAY, 7 * PER_DAY, (place) => Math.max(0.1, 1 - (place - 5 * PER_DAY) / 72));
  expect(dipsOf(weekend, RULES)).toEqual([]);
});

test('a second silence at the same time of a later day is usual by then', () => {
  const nightly = [3, 4, 5, 6].reduce(
    (values, day) => times(values, day * PER_DAY + 100, day * PER_DAY + 124, () => 0),
    week(),
  );
  expect(dipsOf(nightly, RULES)).toMatchObject([{ from: 3 * PER_DAY + 100 }]);
});
