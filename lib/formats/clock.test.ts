import { describe, expect, test } from 'vitest';
import { LogEvent, TIME_GUESS } from '@/lib/events';
import { Clock, type ClockHints, TIME_ORIGIN } from './clock';

const SECOND = 1_000_000;
const HOUR = 3600 * SECOND;
const NOTHING: ClockHints = { modified: null, zoneMinutes: null, year: null, now: at('2026-06-15T12:00:00Z') };
const BOTH = TIME_GUESS.year | TIME_GUESS.zone;

function at(iso: string): number {
  return Date.parse(iso) * 1000;
}

function stamp(clock: Clock, month: number, day: number, hours: number, zoned = false): [string, number] {
  const event = new LogEvent();
  expect(clock.setWithoutYear(event, month, day, hours * HOUR, zoned)).toBe(true);
  return [iso(event), event.timeGuess];
}

function iso(event: LogEvent): string {
  return new Date((event.time ?? Number.NaN) / 1000).toISOString();
}

describe('the year', () => {
  test('without any hint is the latest that is not in the future', () => {
    const clock = new Clock(NOTHING);
    expect(stamp(clock, 6, 15, 1)).toEqual(['2026-06-15T01:00:00.000Z', BOTH]);
    expect(stamp(clock, 6, 20, 1)).toEqual(['2025-06-20T01:00:00.000Z', BOTH]);
  });

  test('allows a day for zones ahead of UTC', () => {
    expect(stamp(new Clock(NOTHING), 6, 16, 11)[0]).toBe('2026-06-16T11:00:00.000Z');
  });

  test('comes from the date of the file, over the turn of the year', () => {
    const clock = new Clock({ ...NOTHING, modified: at('2022-01-02T00:00:00Z') });
    expect(stamp(clock, 12, 31, 23)[0]).toBe('2021-12-31T23:00:00.000Z');
    expect(stamp(clock, 1, 1, 0)[0]).toBe('2022-01-01T00:00:00.000Z');
  });

  test('comes from the nearest full time, on both sides of New Year', () => {
    const clock = new Clock({ ...NOTHING, modified: at('2026-01-01T00:00:00Z') });
    clock.observe(at('2021-01-01T00:00:10Z'));
    expect(stamp(clock, 12, 31, 23)[0]).toBe('2020-12-31T23:00:00.000Z');
    expect(stamp(clock, 1, 1, 1)[0]).toBe('2021-01-01T01:00:00.000Z');
  });

  test('moves on with a file that runs for years', () => {
    const clock = new Clock(NOTHING);
    clock.observe(at('2020-03-01T00:00:00Z'));
    const seen = [5, 9, 12, 3, 7, 11, 2].map((month) => stamp(clock, month, 1, 0)[0].slice(0, 7));
    expect(seen).toEqual(['2020-05', '2020-09', '2020-12', '2021-03', '2021-07', '2021-11', '2022-02']);
  });

  test('that a person set is certain', () => {
    const clock = new Clock({ ...NOTHING, year: 2019 });
    clock.observe(at('2023-01-01T00:00:00Z'));
    expect(stamp(clock, 8, 1, 0)).toEqual(['2019-08-01T00:00:00.000Z', TIME_GUESS.zone]);
  });

  test('that a person set is that of the first record: a file keeps its order over the turn of the year', () => {
    const clock = new Clock({ ...NOTHING, year: 2019 });
    const seen = [
      [1, 15],
      [8, 2],
      [12, 31],
      [1, 1],
      [12, 31],
      [2, 1],
    ].map(([month = 0, day = 0]) => stamp(clock, month, day, 0)[0].slice(0, 10));
    expect(seen).toEqual(['2019-01-15', '2019-08-02', '2019-12-31', '2020-01-01', '2019-12-31', '2020-02-01']);
  });

  test('and the zone tell where they came from', () => {
    const origins = (hints: Partial<ClockHints>, prepare: (clock: Clock) => void = () => undefined) => {
      const clock = new Clock({ ...NOTHING, ...hints });
      prepare(clock);
      stamp(clock, 1, 1, 0);
      return clock.origins;
    };
    expect(origins({})).toBe(TIME_ORIGIN.yearNow | TIME_ORIGIN.zoneAssumed);
    expect(origins({ modified: at('2022-01-02T00:00:00Z') })).toBe(TIME_ORIGIN.yearFile | TIME_ORIGIN.zoneAssumed);
    expect(origins({ year: 2020, zoneMinutes: 60 })).toBe(TIME_ORIGIN.yearPerson | TIME_ORIGIN.zonePerson);
    const banner = (clock: Clock) => {
      clock.learnZone(60);
      clock.observe(at('2022-01-02T00:00:00Z'));
    };
    expect(origins({}, banner)).toBe(TIME_ORIGIN.yearNearby | TIME_ORIGIN.zoneBanner);
  });

  test('of 29 February is a leap year', () => {
    expect(stamp(new Clock(NOTHING), 2, 29, 0)[0]).toBe('2024-02-29T00:00:00.000Z');
    const clock = new Clock(NOTHING);
    clock.observe(at('2021-06-01T00:00:00Z'));
    expect(stamp(clock, 2, 29, 0)[0]).toBe('2020-02-29T00:00:00.000Z');
  });

  test.each([
    [0, 1],
    [13, 1],
    [2, 30],
    [4, 31],
    [5, 0],
  ])('of month %i, day %i is refused', (month, day) => {
    const event = new LogEvent();
    expect(new Clock(NOTHING).setWithoutYear(event, month, day, 0)).toBe(false);
    expect(event).toEqual(new LogEvent());
  });

  test('of 29 February in a common year that a person set is refused', () => {
    const event = new LogEvent();
    expect(new Clock({ ...NOTHING, year: 2023 }).setWithoutYear(event, 2, 29, 0)).toBe(false);
    expect(event.time).toBeNull();
  });
});

describe('the zone', () => {
  test('that a person set shifts the time and is certain', () => {
    const clock = new Clock({ ...NOTHING, zoneMinutes: 120 });
    clock.observe(at('2025-01-01T00:00:00Z'));
    expect(stamp(clock, 1, 1, 1)).toEqual(['2024-12-31T23:00:00.000Z', TIME_GUESS.year]);
    const event = new LogEvent();
    clock.setWithoutZone(event, at('2025-05-01T00:00:00Z'));
    expect([iso(event), event.timeGuess]).toEqual(['2025-04-30T22:00:00.000Z', 0]);
  });

  test('that a banner taught is certain, but a person knows better', () => {
    const clock = new Clock(NOTHING);
    clock.learnZone(60);
    expect(stamp(clock, 5, 1, 1)).toEqual(['2026-05-01T00:00:00.000Z', TIME_GUESS.year]);
    const corrected = new Clock({ ...NOTHING, zoneMinutes: 0 });
    corrected.learnZone(60);
    expect(stamp(corrected, 5, 1, 1)[0]).toBe('2026-05-01T01:00:00.000Z');
  });

  test('does not touch a time that is UTC already', () => {
    const clock = new Clock({ ...NOTHING, zoneMinutes: 120 });
    expect(stamp(clock, 5, 1, 1, true)).toEqual(['2026-05-01T01:00:00.000Z', TIME_GUESS.year]);
  });

  test('is marked as a guess when nobody said it', () => {
    const event = new LogEvent();
    new Clock(NOTHING).setWithoutZone(event, at('2025-05-01T00:00:00Z'));
    expect([iso(event), event.timeGuess]).toEqual(['2025-05-01T00:00:00.000Z', TIME_GUESS.zone]);
  });
});

test('a clock that recalls another one’s memory goes on like it', () => {
  const clock = new Clock(NOTHING);
  clock.observe(at('2021-01-01T00:00:00Z'));
  clock.learnZone(60);
  const next = new Clock(NOTHING);
  next.recall(clock.memory);
  expect(stamp(next, 2, 1, 1)).toEqual(['2021-02-01T00:00:00.000Z', TIME_GUESS.year]);
});

describe('two times of one event', () => {
  test('the full time of an envelope stays', () => {
    const clock = new Clock(NOTHING);
    const event = new LogEvent();
    clock.setFull(event, at('2021-08-03T09:26:51.162Z'));
    expect(clock.setWithoutYear(event, 8, 3, 9 * HOUR)).toBe(true);
    clock.setFull(event, at('2001-01-01T00:00:00Z'));
    expect([iso(event), event.timeGuess]).toEqual(['2021-08-03T09:26:51.162Z', 0]);
  });

  test('a guess gives way to a full time inside', () => {
    const clock = new Clock(NOTHING);
    const event = new LogEvent();
    clock.setWithoutYear(event, 8, 3, 9 * HOUR);
    clock.setFull(event, at('2021-08-03T07:00:00.5Z'));
    expect([iso(event), event.timeGuess]).toEqual(['2021-08-03T07:00:00.500Z', 0]);
  });

  test('a guess in whole seconds gives way to a finer guess of the same second only', () => {
    const clock = new Clock(NOTHING);
    const event = new LogEvent();
    clock.setWithoutYear(event, 5, 3, 9 * HOUR);
    clock.setWithoutYear(event, 5, 3, 9 * HOUR + 250_000);
    expect(iso(event)).toBe('2026-05-03T09:00:00.250Z');
    clock.setWithoutYear(event, 5, 3, 9 * HOUR + 500_000);
    expect(iso(event)).toBe('2026-05-03T09:00:00.250Z');
  });
});
