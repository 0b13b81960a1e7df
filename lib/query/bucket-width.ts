const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Widths that a person can read off an axis, in milliseconds. */
const WIDTHS: readonly number[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7, 14, 28, 91, 182, 364].map((days) => days * DAY),
];

/** A Monday, so that weeks begin on one; before all times that logs tell. */
export const GRID_ORIGIN = new Date(Date.UTC(1899, 11, 25)).toISOString();
const ORIGIN = Date.parse(GRID_ORIGIN);

/** As many milliseconds as a range found in the data has at least. */
const BUCKETS_MIN = 61;

/** The grid of a timeline; times in milliseconds. */
export interface Grid {
  readonly interval: number;
  /** The start of the first bucket. */
  readonly start: number;
  readonly count: number;
}

/** The finest grid on nice boundaries that covers [from, to] with at most `buckets` buckets. */
export function gridFor(from: number, to: number, buckets: number): Grid {
  for (const interval of [...WIDTHS, ...multiplesOfYears()]) {
    const start = align(from, interval);
    const count = Math.floor((to - start) / interval) + 1;
    if (count <= buckets) return { interval, start, count };
  }
  throw new RangeError('the time range is wider than any calendar');
}

/**
 * A range with room around it for a few of the finest buckets, so that events of one moment are a bar in the middle and not
 * the whole width. Never more room than `buckets` have.
 */
export function withRoom(from: number, to: number, buckets: number): { from: number; to: number } {
  const missing = Math.min(buckets, BUCKETS_MIN) - (to - from + 1);
  if (missing <= 0) return { from, to };
  const before = Math.floor(missing / 2);
  return { from: from - before, to: to + missing - before };
}

/** The start of the bucket around a time. */
export function align(time: number, interval: number): number {
  return ORIGIN + Math.floor((time - ORIGIN) / interval) * interval;
}

function* multiplesOfYears(): Generator<number> {
  for (let width = 2 * 364 * DAY; width < Number.MAX_SAFE_INTEGER / 4; width *= 2) yield width;
}
