import { expect, test } from 'vitest';
import { rangeLabel } from './format-range';
import { clockTime, dayOf, fullTime, minuteTime, spanLength } from './format-time';
import { offsetLabel } from './zone';

const TIME = '2025-06-03T09:05:07.318123Z';

test('a time keeps its microseconds and names its zone', () => {
  expect(fullTime(TIME, 'utc')).toBe('03 Jun 2025 09:05:07.318123 UTC');
  expect(fullTime('2025-06-03T09:05:07Z', 'utc')).toBe('03 Jun 2025 09:05:07.000 UTC');
  expect(minuteTime(TIME, 'utc')).toBe('03 Jun 2025 09:05 UTC');
  expect(clockTime(TIME, 'utc')).toBe('09:05:07.318');
  expect(dayOf(TIME, 'utc')).toBe('03 Jun');
  expect(dayOf(TIME, 'utc', true)).toBe('03 Jun 2025');
});

test('what is no time is a dash', () => {
  expect(fullTime('yesterday', 'utc')).toBe('–');
});

test.each([
  [320, '320 ms'],
  [4200, '4.2 s'],
  [720_000, '12 min'],
  [8_880_000, '2 h 28 min'],
  [3_600_000, '1 h'],
  [356_400_000, '4 d 3 h'],
])('%d ms last %s', (milliseconds, text) => expect(spanLength(milliseconds)).toBe(text));

test.each([
  [0, 'UTC+0'],
  [120, 'UTC+2'],
  [330, 'UTC+5:30'],
  [-210, 'UTC−3:30'],
])('an offset of %d minutes reads %s', (minutes, label) => expect(offsetLabel(minutes)).toBe(label));

test.each([
  ['2025-06-03T09:12:00Z', '2025-06-03T11:40:00Z', '03 Jun 09:12 – 11:40'],
  ['2025-06-02T09:12:00Z', '2025-06-03T11:40:00Z', '02 Jun 09:12 – 03 Jun 11:40'],
  ['2025-06-03T09:12:05Z', '2025-06-03T09:13:00Z', '03 Jun 09:12:05 – 09:13:00'],
  ['2024-12-31T23:00:00Z', '2025-01-01T01:00:00Z', '31 Dec 2024 23:00 – 01 Jan 2025 01:00'],
  ['2025-06-03T09:12:00Z', null, 'from 03 Jun 2025 09:12'],
  [null, '2025-06-03T09:12:00Z', 'until 03 Jun 2025 09:12'],
])('from %s to %s reads "%s"', (from, to, text) => {
  expect(rangeLabel(from, to, 'utc', 2025)).toEqual({ text, zone: 'UTC' });
});
