import { type Sql, sql } from './sql';

/** What `time.<part>` asks of the time of an event: a number, in UTC. */
export const TIME_PARTS = ['minute', 'hour', 'weekday', 'day', 'week', 'month', 'year'] as const;
export type TimePart = (typeof TIME_PARTS)[number];

interface TimePartMember {
  readonly label: string;
  readonly about: string;
  readonly least: number;
  readonly most: number;
  readonly expression: Sql;
  of(date: Date): number;
}

const TIME = sql`${sql.identifier('time')} at time zone 'UTC'`;
const MICROS_PER_MILLI = 1000;
const DAY_MS = 86_400_000;

/** Each part with its range, and how Postgres and JavaScript get it. Weeks and weekdays are those of ISO 8601. */
const MEMBERS: Readonly<Record<TimePart, TimePartMember>> = {
  minute: {
    label: 'minute of the hour',
    about: 'The minute of its time, from 0 to 59.',
    least: 0,
    most: 59,
    expression: sql`extract(minute from ${TIME})::integer`,
    of: (date) => date.getUTCMinutes(),
  },
  hour: {
    label: 'hour in UTC',
    about: 'The hour of its time in UTC, from 0 to 23. At night: time.hour:(>=22 or <6).',
    least: 0,
    most: 23,
    expression: sql`extract(hour from ${TIME})::integer`,
    of: (date) => date.getUTCHours(),
  },
  weekday: {
    label: 'weekday in UTC',
    about: 'The day of the week in UTC, from 1 for Monday to 7 for Sunday. At weekends: time.weekday>=6.',
    least: 1,
    most: 7,
    expression: sql`extract(isodow from ${TIME})::integer`,
    of: isoWeekday,
  },
  day: {
    label: 'day of the month in UTC',
    about: 'The day of the month in UTC, from 1 to 31.',
    least: 1,
    most: 31,
    expression: sql`extract(day from ${TIME})::integer`,
    of: (date) => date.getUTCDate(),
  },
  week: {
    label: 'week in UTC',
    about: 'The week of the year in UTC as ISO 8601 counts them, from 1 to 53.',
    least: 1,
    most: 53,
    expression: sql`extract(week from ${TIME})::integer`,
    of: isoWeek,
  },
  month: {
    label: 'month in UTC',
    about: 'The month in UTC, from 1 to 12.',
    least: 1,
    most: 12,
    expression: sql`extract(month from ${TIME})::integer`,
    of: (date) => date.getUTCMonth() + 1,
  },
  year: {
    label: 'year in UTC',
    about: 'The year in UTC, with all its digits.',
    least: 1,
    most: 9999,
    expression: sql`extract(year from ${TIME})::integer`,
    of: (date) => date.getUTCFullYear(),
  },
};

/** Label, explanation and range of a part. */
export function timePartMember(part: TimePart): TimePartMember {
  return MEMBERS[part];
}

/** The part of a time in microseconds since 1970; null where no calendar reaches. */
export function timePartOf(part: TimePart, micros: number): number | null {
  const value = MEMBERS[part].of(new Date(Math.floor(micros / MICROS_PER_MILLI)));
  return Number.isNaN(value) ? null : value;
}

function isoWeekday(date: Date): number {
  return date.getUTCDay() || 7;
}

/** A week belongs to the year in which its Thursday is (ISO 8601). */
function isoWeek(date: Date): number {
  const thursday = new Date(date.getTime() + (4 - isoWeekday(date)) * DAY_MS);
  const dayOfYear = Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / DAY_MS);
  return Math.floor(dayOfYear / 7) + 1;
}
