import type { TallyRow } from './tally';

const DAY_SECONDS = 86_400;

/** On how many days any of the rows has events. */
export function daysOf(rows: Iterable<TallyRow>, bucketSeconds: number): number {
  const days = new Set<number>();
  for (const { buckets } of rows)
    for (const bucket of buckets) days.add(Math.floor((bucket * bucketSeconds) / DAY_SECONDS));
  return days.size;
}
