import { TIME_GUESS } from '@/lib/events';
import { type Sql, sql } from '@/lib/query';

/** A time column as microseconds since 1970, exact; the driver's own Date would lose the last three digits. */
export function micros(expression: Sql): Sql {
  return sql`(extract(epoch from ${expression}) * 1000000)::bigint`;
}

/** The number behind a `bigint` as the driver gives it. */
export function numberOf(text: string): number;
export function numberOf(text: string | null): number | null;
export function numberOf(text: string | null): number | null {
  return text === null ? null : Number(text);
}

/** ISO 8601 in UTC with milliseconds, or with microseconds where there are any. */
export function isoFromMicros(value: number): string {
  const millis = Math.floor(value / 1000);
  const rest = value - millis * 1000;
  const iso = new Date(millis).toISOString();
  return rest === 0 ? iso : `${iso.slice(0, -1)}${String(rest).padStart(3, '0')}Z`;
}

export function isoFromText(text: string | null): string | null {
  return text === null ? null : isoFromMicros(Number(text));
}

/** What was guessed, in words, without what a person has put right since. */
export function guessNames(bits: number, corrected: SaidTimes): ('year' | 'zone' | 'neighbour')[] {
  const names: ('year' | 'zone' | 'neighbour')[] = [];
  if ((bits & TIME_GUESS.year) !== 0 && corrected.year === null) names.push('year');
  if ((bits & TIME_GUESS.zone) !== 0 && corrected.zoneMinutes === null) names.push('zone');
  if ((bits & TIME_GUESS.neighbour) !== 0) names.push('neighbour');
  return names;
}

/** Whether the year or the zone of the times of rows of `file` is among what `guessNames` names. */
export const GUESSED: Sql = sql`((file.time_guess & ${TIME_GUESS.year}::int <> 0 AND (file.read_with ->> 'year') IS NULL)
    OR (file.time_guess & ${TIME_GUESS.zone}::int <> 0 AND (file.read_with ->> 'zoneMinutes') IS NULL))`;

/** A person's word with which times were read; null where nobody said anything. */
export interface SaidTimes {
  readonly zoneMinutes: number | null;
  readonly year: number | null;
}
