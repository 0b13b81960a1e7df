import { expect, test } from 'vitest';
import { LogSeries } from './log-series';

const day = (text: string) => Date.parse(text) * 1000;
const COPIED = day('2025-03-10');

test('an older file ends where a newer one begins', () => {
  const series = new LogSeries();
  series.know('syslog', day('2025-01-05'));
  expect(series.latest('syslog.1', COPIED)).toBe(day('2025-01-05'));
  series.know('syslog.1', day('2024-12-01'));
  expect(series.latest('syslog.2', COPIED)).toBe(day('2024-12-01'));
  expect(series.latest('syslog', COPIED)).toBe(COPIED);
  expect(series.latest('other.1', COPIED)).toBe(COPIED);
});

test('the date in a name stands above that of a copy', () => {
  const latest = new LogSeries().latest('messages-20240102', COPIED) ?? 0;
  expect(latest).toBeLessThan(day('2024-01-05'));
  expect(latest).toBeGreaterThan(day('2024-01-02'));
  expect(new LogSeries().latest('messages-20240102', null)).toBe(latest);
});

test('numbers and dates are not compared, a stray time says nothing, a newer file is not bound by an older one', () => {
  const series = new LogSeries();
  series.know('x.log-20240102', day('2024-01-01'));
  expect(series.latest('x.log.1', COPIED)).toBe(COPIED);
  series.know('y.log', day('1970-01-01'));
  expect(series.latest('y.log.1', COPIED)).toBe(COPIED);
  series.know('z.log.2', day('2024-02-01'));
  expect(series.latest('z.log.1', COPIED)).toBe(COPIED);
});
