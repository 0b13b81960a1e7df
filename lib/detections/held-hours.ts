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

/** The most in a day, of what began before an hour; 0 of nothing. */
export function mostBefore(hours: readonly HeldHour[], before: number): number {
  const earlier = hours.filter(({ hour }) => hour < before);
  return earlier.reduce((most, _hour, place) => Math.max(most, secondsOf(dayFrom(earlier, place))), 0);
}
