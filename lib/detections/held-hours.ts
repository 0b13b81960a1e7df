import type { TallyRow } from './tally';

const HOUR_SECONDS = 3600;
const DAY_HOURS = 24;

/** How long connections that began in one hour were open. */
export interface HeldHour {
  /** Since 1970. */
  readonly hour: number;
  readonly seconds: number;
  /** Whether they were so long on the average that each is a connection of hours, and no window of a log. */
  readonly isSingle: boolean;
}

/**
 * Of a row whose buckets are hours and whose sums are milliseconds. Connections side by side count once: together no more than the
 * hour, unless each was longer.
 */
export function heldHoursOf({ buckets, counts, sums }: TallyRow): HeldHour[] {
  return Array.from(buckets, (hour, place) => {
    const seconds = (sums[place] ?? 0) / 1000;
    const each = seconds / Math.max(1, counts[place] ?? 0);
    return { hour, seconds: Math.min(seconds, Math.max(HOUR_SECONDS, each)), isSingle: each >= HOUR_SECONDS };
  });
}

/** Those of the day that begins with the one at a place. */
export function dayFrom(hours: readonly HeldHour[], place: number): HeldHour[] {
  const end = (hours[place]?.hour ?? 0) + DAY_HOURS;
  return hours.slice(place, place + DAY_HOURS).filter(({ hour }) => hour < end);
}

export function secondsOf(hours: readonly HeldHour[]): number {
  return hours.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** For each hour, the most in any day that ended with it or before. */
export function mostInADay(hours: readonly HeldHour[]): Float64Array {
  const most = new Float64Array(hours.length);
  let sum = 0;
  let first = 0;
  for (const [place, { hour, seconds }] of hours.entries()) {
    sum += seconds;
    for (; (hours[first]?.hour ?? hour) <= hour - DAY_HOURS; first += 1) sum -= hours[first]?.seconds ?? 0;
    most[place] = Math.max(sum, most[place - 1] ?? 0);
  }
  return most;
}
