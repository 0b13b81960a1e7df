import { describe, expect, test } from 'vitest';
import { beaconScore, durationScore, evenness, flatness, twoHeights } from './beacon-score';

const DAY = 86_400;

/** The numbers of RITA's own tests of its formula (analysis/beacons_test.go). */
describe('the worked cases of the formula', () => {
  test.each([
    { says: 'an interval of one second', values: [1, 1, 1, 1, 1, 1, 1, 1, 1], ofSmall: 1, score: 1 },
    { says: 'perfect intervals', values: [60, 60, 60, 60, 60, 60, 60, 60, 60], ofSmall: 1, score: 1 },
    { says: 'close to each other', values: [98, 99, 99, 100, 100, 100, 101, 101, 102], ofSmall: 1, score: 0.995 },
    { says: 'two values in turn', values: [98, 300, 98, 300, 98, 300, 98, 300, 98, 300], ofSmall: 1, score: 0.746 },
    { says: 'anything', values: [1, 299, 25, 4975, 90, 2, 42, 500, 1500], ofSmall: 1, score: 0.083 },
    { says: 'one to ten', values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], ofSmall: 0, score: 0.773 },
    { says: 'far apart', values: [524_885, 1, 5000, 98_654, 50, 41, 965_842, 3], ofSmall: 0, score: 0.009 },
    { says: 'no bytes', values: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], ofSmall: 0, score: 0.5 },
    { says: 'the median is the lower quartile', values: [7, 8, 7, 8, 7, 8, 7, 8, 7], ofSmall: 1, score: 1 },
  ])('evenness: $says', ({ values, ofSmall, score }) => {
    expect(Math.abs(evenness(Float64Array.from(values).sort(), ofSmall) - score)).toBeLessThan(0.0011);
  });

  test.each([
    { bars: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], score: 1 },
    { bars: [950, 970, 990, 1010, 1030, 1050, 1070], score: 0.96 },
    { bars: [1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009], score: 0.997 },
    { bars: [1, 5, 10, 50, 100, 500, 1000, 5000, 10_000], score: 0 },
  ])('flatness of $bars', ({ bars, score }) => {
    expect(flatness(bars)).toBeCloseTo(score, 3);
  });

  test('two heights: as many hours of each, one hour of another; too few hours say nothing', () => {
    expect(twoHeights([...Array<number>(10).fill(20), ...Array<number>(10).fill(40), 60], 21)).toBe(1);
    expect(twoHeights([9, 11, 11, 14, 17, 17, 20, 20, 20, 30, 33, 40], 12)).toBe(0.455);
    expect(twoHeights([2, 2, 3, 3, 3], 5)).toBe(0);
  });

  test.each([
    { says: 'all of it', hours: 24, run: 24, coverage: 1, score: 1 },
    { says: 'half, without a break', hours: 12, run: 12, coverage: 0.5, score: 1 },
    { says: 'six hours', hours: 6, run: 6, coverage: 0.25, score: 0.5 },
    { says: 'three hours', hours: 3, run: 1, coverage: 0.5, score: 0 },
  ])('duration: $says', ({ hours, run, coverage, score }) => {
    const bars = Array.from({ length: 24 }, (_none, hour) => (hour < run ? 5 : 0));
    expect(durationScore(bars, hours, coverage)).toBe(score);
  });
});

test('a call each minute all day is a beacon, calls at any time are none', () => {
  const perfect = Array.from({ length: 1440 }, (_none, n) => n * 60);
  expect(beaconScore(perfect, [], { from: 0, to: DAY })).toMatchObject({ score: 1, period: 60, activeHours: 24 });
  const anyTime = Array.from({ length: 300 }, (_none, n) => (n * n * 7919) % DAY);
  const seconds = [...new Set(anyTime)].sort((a, b) => a - b);
  expect(beaconScore(seconds, [], { from: 0, to: DAY })?.intervals).toBeLessThan(0.7);
});

test('sizes count where they are told', () => {
  const seconds = Array.from({ length: 1440 }, (_none, n) => n * 60);
  const odd = seconds.map((_second, n) => [1, 299, 25, 4975, 90, 2, 42, 500, 1500][n % 9] ?? 0);
  const { score, sizes } = beaconScore(seconds, odd, { from: 0, to: DAY }) ?? {};
  expect(score).toBeCloseTo((3 + (sizes ?? 1)) / 4, 2);
  expect(sizes).toBeLessThan(0.2);
});

test('three calls say nothing', () => {
  expect(beaconScore([1, 2, 3], [], { from: 0, to: DAY })).toBeNull();
});
