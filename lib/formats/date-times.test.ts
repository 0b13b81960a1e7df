import { describe, expect, test } from 'vitest';
import { DateTimeScanner } from './date-times';

const scanner = new DateTimeScanner();

function scanned(text: string) {
  if (!scanner.scan(text, 0)) return null;
  scanner.scanZoneName(text);
  return [new Date(scanner.micros / 1000).toISOString(), scanner.zoned, text.slice(scanner.end)];
}

describe('DateTimeScanner', () => {
  test.each([
    ['2024-01-02T03:04:05.678Z x', '2024-01-02T03:04:05.678Z', true, ' x'],
    ['2024-01-02  3:04:05 0 [Note]', '2024-01-02T03:04:05.000Z', false, ' 0 [Note]'],
    ['2024-01-02 03:04:05 PDT [7]', '2024-01-02T10:04:05.000Z', true, ' [7]'],
    ['2024-01-02 03:04:05 INFO', '2024-01-02T03:04:05.000Z', false, ' INFO'],
    ['2024-01-02 03:04:05 +0000 INFO', '2024-01-02T03:04:05.000Z', true, ' INFO'],
    ['2024-01-02 03:04:05.6 +0200 CEST m=+1.5 x', '2024-01-02T01:04:05.600Z', true, ' x'],
    ['2024-01-02 03:04:05.6 +0300 +03 m=-1.5', '2024-01-02T00:04:05.600Z', true, ''],
    ['2024-01-02 03:04:05.6 +0000 UTC x', '2024-01-02T03:04:05.600Z', true, ' x'],
    ['02-Jan-2024 03:04:05.678 INFO', '2024-01-02T03:04:05.678Z', false, ' INFO'],
    ['02/Jan/2024:03:04:05 +0100] x', '2024-01-02T02:04:05.000Z', true, '] x'],
    ['02 Jan 2024 03:04:05.678 * x', '2024-01-02T03:04:05.678Z', false, ' * x'],
    ['Tue Jan  2 03:04:05 2024] x', '2024-01-02T03:04:05.000Z', false, '] x'],
    ['Tue Jan 02 03:04:05.678901 2024', '2024-01-02T03:04:05.678Z', false, ''],
    ['Jan 2, 2024 3:04:05 PM x', '2024-01-02T15:04:05.000Z', false, ' x'],
    ['Jan 02, 2024 12:04:05 AM', '2024-01-02T00:04:05.000Z', false, ''],
    ['Jan 2, 2024, 12:04:05,678 PM UTC>', '2024-01-02T12:04:05.678Z', true, '>'],
    ['Jan 2, 2024 15:04:05', '2024-01-02T15:04:05.000Z', false, ''],
  ])('reads %s', (text, time, zoned, rest) => {
    expect(scanned(text)).toEqual([time, zoned, rest]);
  });

  test.each([
    '',
    '32-Jan-2024 03:04:05',
    '02-Jan-2024',
    '02-Foo-2024 03:04:05',
    'Tue Jan 32 03:04:05 2024',
    'Tue Jan  2 03:04:05 20245',
    'Jan 2, 2024',
    'Jan 2, 2024 x:04:05 PM',
    'In a word, 2024',
    '2024-01-02  3:04',
  ])('refuses %s', (text) => {
    expect(scanned(text)).toBeNull();
  });
});
