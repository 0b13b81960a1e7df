import { expect, it } from 'vitest';
import { isTimeZone, timesIn } from './times';

it('times keep what is known of them, and say their zone', () => {
  const berlin = timesIn('Europe/Berlin');
  expect(berlin.full('2025-06-08T22:41:07.318Z')).toBe('09 Jun 2025 00:41:07.318 UTC+2');
  expect(berlin.full('2025-12-31T23:30:00.318123Z')).toBe('01 Jan 2026 00:30:00.318123 UTC+1');
  expect(berlin.both('2025-06-08T22:41:07Z')).toBe('09 Jun 2025 00:41:07.000 UTC+2 (2025-06-08 22:41:07.000 UTC)');
  expect(timesIn('Asia/Kolkata').full('2025-06-08T00:00:00Z')).toBe('08 Jun 2025 05:30:00.000 UTC+5:30');
  expect(timesIn('America/St_Johns').full('2025-01-08T00:00:00Z')).toBe('07 Jan 2025 20:30:00.000 UTC−3:30');
});

it('UTC is said once', () => {
  for (const zone of ['UTC', 'Etc/UTC'])
    expect(timesIn(zone).both('2025-06-08T22:41:07Z')).toBe('08 Jun 2025 22:41:07.000 UTC');
});

it('what is no time is said as it is', () => {
  expect(timesIn('UTC').both('no time')).toBe('no time');
});

it('knows zones from other words', () => {
  expect(['UTC', 'Europe/Berlin', 'Mars/Olympus', '', '<b>'].map(isTimeZone)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
