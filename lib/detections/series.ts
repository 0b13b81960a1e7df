import type { TimeSpan } from './history';
import type { TallyRow } from './tally';

/** Counts bucket by bucket, those without events too. */
export interface Series {
  /** The bucket of the first count. */
  readonly first: number;
  readonly counts: Float64Array;
}

/** What rows have in each bucket of a span; what is outside it is left out. */
export function seriesOf(rows: Iterable<TallyRow>, span: TimeSpan, bucketSeconds: number): Series {
  const first = Math.floor(span.from / 1e6 / bucketSeconds);
  const counts = new Float64Array(Math.floor(span.to / 1e6 / bucketSeconds) - first + 1);
  for (const row of rows) {
    for (const [place, bucket] of row.buckets.entries()) {
      const at = bucket - first;
      if (at >= 0 && at < counts.length) counts[at] = (counts[at] ?? 0) + (row.counts[place] ?? 0);
    }
  }
  return { first, counts };
}
