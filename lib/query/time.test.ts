import { describe, expect, test } from 'vitest';
import { QueryError } from './query-error';
import { resolveTime } from './time';

const NOW = new Date('2026-03-01T00:00:00.500Z');

describe('resolveTime', () => {
  test.each([
    ['now', '2026-03-01T00:00:00.500Z'],
    ['now-24h', '2026-02-28T00:00:00.500Z'],
    ['NOW+15m', '2026-03-01T00:15:00.500Z'],
    ['now-2w', '2026-02-15T00:00:00.500Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2026-01-31T12:00', '2026-01-31T12:00:00.000Z'],
    ['2026-01-31 12:00:01,25', '2026-01-31T12:00:01.250Z'],
    ['2026-01-31T12:00:00.123456789Z', '2026-01-31T12:00:00.123Z'],
    ['2026-01-31T12:00:00+05:30', '2026-01-31T06:30:00.000Z'],
    ['2026-01-31T00:00:00-0100', '2026-01-31T01:00:00.000Z'],
  ])('reads %s', (text, expected) => {
    expect(resolveTime(text, NOW).toISOString()).toBe(expected);
  });

  test.each([
    '',
    'yesterday',
    'now-',
    'now-5y',
    'now-999999999d',
    '2026-02-30',
    '2026-13-01',
    '2026-01-01T24:00',
    '0000-01-01',
    '5',
    'now-1h '.repeat(50),
  ])('refuses %j', (text) => {
    expect(() => resolveTime(text, NOW)).toThrow(QueryError);
  });
});
