import { expect, test } from 'vitest';
import { fullTime } from './format-time';
import { isZone, offsetMinutes, zoneLabel } from './zone';

test.each(['utc', 'local', 'Europe/Berlin', 'America/Argentina/Ushuaia', 'Etc/GMT+5'])('%s is a zone', (name) => {
  expect(isZone(name)).toBe(true);
});

test.each(['', 'mars', 'Mars/Olympus', '<script>/', `${'a/'.repeat(50)}`, 'Europe'])('"%s" is none', (name) => {
  expect(isZone(name)).toBe(false);
});

test('a zone elsewhere has its own summer time', () => {
  expect(offsetMinutes('Europe/Berlin', Date.parse('2025-01-15T12:00:00Z'))).toBe(60);
  expect(offsetMinutes('Europe/Berlin', Date.parse('2025-06-15T12:00:00.999Z'))).toBe(120);
  expect(zoneLabel('Asia/Kolkata', 0)).toBe('UTC+5:30');
  expect(fullTime('2025-06-03T22:05:07.318123Z', 'Europe/Berlin')).toBe('04 Jun 2025 00:05:07.318123 UTC+2');
});
