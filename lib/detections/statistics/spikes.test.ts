import { expect, test } from 'vitest';
import { spikesOf } from './spikes';

const PER_DAY = 288;
const RULES = { perDay: PER_DAY, least: 10 };

/** A week of counts, more by day than by night, that scatter without chance. */
function week(): number[] {
  return Array.from({ length: 7 * PER_DAY }, (_none, place) => {
    const daily = 20 + 15 * Math.sin((place / PER_DAY) * 2 * Math.PI);
    return Math.round(daily + ((place * 7919) % 11) - 5);
  });
}

function withAdded(values: readonly number[], from: number, to: number, added: number): number[] {
  return values.map((value, place) => (place >= from && place < to ? value + added : value));
}

test('a week like any other has no spikes', () => {
  expect(spikesOf(week(), RULES)).toEqual([]);
});

test('an hour of much more is one spike, with what is usual at this time', () => {
  const [spike, ...others] = spikesOf(withAdded(week(), 1500, 1512, 150), RULES);
  expect(others).toEqual([]);
  expect(spike).toMatchObject({ from: 1500, to: 1512, days: 5 });
  expect(spike?.peak).toBeGreaterThan(150);
  expect(spike?.high).toBeLessThan(50);
});

test('a pause of two places does not make two of one', () => {
  const values = withAdded(withAdded(week(), 1500, 1503, 150), 1505, 1508, 150);
  expect(spikesOf(values, RULES)).toMatchObject([{ from: 1500, to: 1508 }]);
});

test('the same burst each night is usual from the fourth on', () => {
  const nights = Array.from({ length: 7 }, (_none, day) => day * PER_DAY + 24);
  const values = nights.reduce((so, place) => withAdded(so, place, place + 3, 200), week());
  expect(spikesOf(values, RULES).length).toBeLessThanOrEqual(1);
});

test('the first half day says nothing', () => {
  expect(spikesOf(withAdded(week(), 100, 110, 300), RULES)).toEqual([]);
  expect(spikesOf(withAdded(week(), 150, 160, 300), RULES)).toMatchObject([{ from: 150, to: 160, days: 0 }]);
});

test('where there is nothing, ten at once are a spike and nine are none', () => {
  const nothing = Array<number>(7 * PER_DAY).fill(0);
  expect(spikesOf(withAdded(nothing, 900, 901, 10), RULES)).toMatchObject([{ peak: 10, expected: 0 }]);
  expect(spikesOf(withAdded(nothing, 900, 901, 9), RULES)).toEqual([]);
});
