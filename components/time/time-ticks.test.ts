import { expect, test } from 'vitest';
import { timeTicks } from './time-ticks';

const at = (text: string) => Date.parse(text);
const labels = (from: string, to: string, most = 8) =>
  timeTicks(at(from), at(to), 'utc', most).map((tick) => tick.label);

test('two days are ticked by six hours, midnight by its day', () => {
  expect(labels('2025-06-02T00:00:00Z', '2025-06-03T18:00:00Z')).toEqual([
    '02 Jun',
    '06:00',
    '12:00',
    '18:00',
    '03 Jun',
    '06:00',
    '12:00',
    '18:00',
  ]);
});

test('a range of several years names each year once', () => {
  expect(labels('2025-12-29T00:00:00Z', '2026-01-05T00:00:00Z', 4)).toEqual([
    '30 Dec 2025',
    '01 Jan 2026',
    '03 Jan',
    '05 Jan',
  ]);
});

test('long ranges are ticked where months, quarters and years begin', () => {
  expect(labels('2025-09-02T00:00:00Z', '2026-03-01T00:00:00Z', 4)).toEqual(['Nov 2025', 'Jan 2026', 'Mar']);
  expect(labels('2014-12-14T00:00:00Z', '2025-08-26T00:00:00Z', 7)).toEqual(['2016', '2018', '2020', '2022', '2024']);
  expect(labels('1956-05-01T00:00:00Z', '1971-01-01T00:00:00Z', 4)).toEqual(['1960', '1965', '1970']);
});

test('short ranges show seconds and milliseconds', () => {
  expect(labels('2025-06-02T10:00:03Z', '2025-06-02T10:00:33Z')[0]).toBe('10:00:05');
  expect(labels('2025-06-02T10:00:00.120Z', '2025-06-02T10:00:00.320Z')[0]).toBe('10:00:00.150');
});

test('there are never more ticks than asked for, whatever the span', () => {
  for (const span of [1, 999, 61_000, 5e6, 4e8, 3e10, 2e12]) {
    const ticks = timeTicks(1_700_000_000_000, 1_700_000_000_000 + span, 'utc', 8);
    expect(ticks.length).toBeLessThanOrEqual(9);
  }
});

test('an empty range has no ticks', () => {
  expect(timeTicks(5, 5, 'utc', 8)).toEqual([]);
  expect(timeTicks(Number.NaN, 5, 'utc', 8)).toEqual([]);
});
