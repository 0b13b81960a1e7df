import type { TallyRow } from './tally';

const HOUR_SECONDS = 3600;
const HOURS = 24;
const DAYS_MIN = 3;

/**
 * Whether somebody does something at a time of day at which he was never seen before, nor an hour earlier or later; false where
 * he was seen on fewer than three days before. `time` in microseconds since 1970.
 */
export function isUnusualHour(rows: Iterable<TallyRow>, bucketSeconds: number, time: number): boolean {
  const now = Math.floor(time / 1e6 / HOUR_SECONDS);
  const today = Math.floor(now / HOURS);
  const days = new Set<number>();
  const hours = new Set<number>();
  for (const { buckets } of rows) {
    for (const bucket of buckets) {
      const hour = Math.floor((bucket * bucketSeconds) / HOUR_SECONDS);
      const day = Math.floor(hour / HOURS);
      if (hour >= now - HOURS / 2 || day >= today) continue;
      days.add(day);
      hours.add(hour % HOURS);
    }
  }
  if (days.size < DAYS_MIN) return false;
  return [-1, 0, 1].every((off) => !hours.has((((now + off) % HOURS) + HOURS) % HOURS));
}
