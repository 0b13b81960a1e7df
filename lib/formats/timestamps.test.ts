import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayMicros, TimestampScanner } from './timestamps';

const scanner = new TimestampScanner();

const instant = fc.date({
  min: new Date('0001-01-02T00:00:00Z'),
  max: new Date('9998-12-31T00:00:00Z'),
  noInvalidDate: true,
});

function scanned(text: string, at = 0) {
  if (!scanner.scanDateTime(text, at)) return null;
  return { time: new Date(scanner.micros / 1000).toISOString(), end: scanner.end - at, zoned: scanner.zoned };
}

describe('scanDateTime', () => {
  test('agrees with Date about every instant, and stops where the time stops', () => {
    fc.assert(
      fc.property(instant, fc.string(), (date, rest) => {
        const text = date.toISOString();
        expect(scanner.scanDateTime(`x${text} ${rest}`, 1)).toBe(true);
        expect(scanner.micros).toBe(date.getTime() * 1000);
        expect(scanner.end).toBe(1 + text.length);
        expect(scanner.zoned).toBe(true);
      }),
    );
  });

  test('agrees with Date about every offset', () => {
    const sign = fc.constantFrom('+', '-');
    const hours = fc.integer({ min: 0, max: 23 }).map((n) => String(n).padStart(2, '0'));
    const minutes = fc.integer({ min: 0, max: 59 }).map((n) => String(n).padStart(2, '0'));
    fc.assert(
      fc.property(sign, hours, minutes, fc.boolean(), (plus, hour, minute, colon) => {
        const local = '2024-02-29T23:59:58.5';
        expect(scanner.scanDateTime(`${local}${plus}${hour}${colon ? ':' : ''}${minute}`, 0)).toBe(true);
        expect(scanner.micros).toBe(Date.parse(`${local}${plus}${hour}:${minute}`) * 1000);
      }),
    );
  });

  test('tells every scanner the same about the same text, whoever asks and how often', () => {
    const [one, other] = [new TimestampScanner(), new TimestampScanner()];
    const told = ({ micros, end, zoned, fractionDigits }: TimestampScanner) => ({ micros, end, zoned, fractionDigits });
    for (const text of ['2024-01-02 03:04:05.678', '2024-01-02T03:04:05+01:00 x', '2024-01-02 03:04:05']) {
      expect(one.scanDateTime(text, 0)).toBe(true);
      const first = told(one);
      one.scanZone(' +02:00');
      one.scanClock('11:12:13.5', 0);
      expect(other.scanDateTime(text, 0)).toBe(true);
      expect(told(other)).toEqual(first);
      expect(one.scanDateTime(text, 0)).toBe(true);
      expect(told(one)).toEqual(first);
    }
    const broken = '2024-13-02 03:04:05';
    expect([one, other, one].map((each) => each.scanDateTime(broken, 0))).toEqual([false, false, false]);
  });

  test('cuts a fraction of any length to microseconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 1, max: 9 }), (nanos, digits) => {
        const fraction = String(nanos).padStart(9, '0').slice(0, digits);
        expect(scanner.scanDateTime(`2025-03-21T14:51:46.${fraction}Z`, 0)).toBe(true);
        const micros = Number(fraction.padEnd(6, '0').slice(0, 6));
        expect(scanner.micros).toBe(Date.UTC(2025, 2, 21, 14, 51, 46) * 1000 + micros);
        expect(scanner.fractionDigits).toBe(digits);
      }),
    );
  });

  test.each([
    ['2021-08-03 09:18:00.602754242Z x', '2021-08-03T09:18:00.602Z', 30, true],
    ['2021-08-03 09:18:00 +0000 UTC', '2021-08-03T09:18:00.000Z', 25, true],
    ['2021-08-03 09:18:00 UTC, end', '2021-08-03T09:18:00.000Z', 23, true],
    ['2021-08-03 09:18:00,123 INFO', '2021-08-03T09:18:00.123Z', 23, false],
    ['2021/08/03 09:18:00 UTCish', '2021-08-03T09:18:00.000Z', 19, false],
    ['2021-08-03T09:18:00. end', '2021-08-03T09:18:00.000Z', 19, false],
    ['2021-08-03T09:18:00-0330', '2021-08-03T12:48:00.000Z', 24, true],
  ])('reads %s', (text, time, end, zoned) => {
    expect(scanned(text)).toEqual({ time, end, zoned });
  });

  test.each([
    '2021-02-29T00:00:00Z',
    '2021-13-01T00:00:00Z',
    '2021-01-01T24:00:00Z',
    '2021-01/01T00:00:00Z',
    '2021-01-01',
    '',
  ])('refuses %s', (text) => {
    expect(scanned(text)).toBeNull();
  });
});

test('dayMicros is NaN for days that no calendar has', () => {
  expect(dayMicros(2023, 2, 29)).toBeNaN();
  expect(dayMicros(1900, 2, 29)).toBeNaN();
  expect(dayMicros(2000, 2, 29)).toBe(Date.UTC(2000, 1, 29) * 1000);
  expect(dayMicros(2023, 0, 1)).toBeNaN();
});
