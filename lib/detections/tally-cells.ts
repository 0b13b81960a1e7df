import type { TallyRow } from './tally';

/** Buckets from `from` to before `to`. */
export interface BucketRange {
  readonly from: number;
  readonly to: number;
}

/** How many events rows have within a range. */
export function countWithin(rows: Iterable<TallyRow>, { from, to }: BucketRange): number {
  let sum = 0;
  for (const { buckets, counts } of rows) {
    for (let place = firstFrom(buckets, from); place < buckets.length; place += 1) {
      if ((buckets[place] ?? 0) >= to) break;
      sum += counts[place] ?? 0;
    }
  }
  return sum;
}

/** The last bucket of rows that lies before `to`; null when there is none. */
export function lastBefore(rows: Iterable<TallyRow>, to: number): number | null {
  let last: number | null = null;
  for (const { buckets } of rows) {
    const bucket = buckets[firstFrom(buckets, to) - 1];
    if (bucket !== undefined && (last === null || bucket > last)) last = bucket;
  }
  return last;
}

/** Buckets that any of the rows has events in, with how many, in order of time. */
export function totalsOf(rows: Iterable<TallyRow>): Map<number, number> {
  const totals = new Map<number, number>();
  for (const { buckets, counts } of rows) {
    for (let place = 0; place < buckets.length; place += 1) {
      const bucket = buckets[place] ?? 0;
      totals.set(bucket, (totals.get(bucket) ?? 0) + (counts[place] ?? 0));
    }
  }
  return new Map([...totals].sort(([a], [b]) => a - b));
}

/** The place of the first bucket that is not before `bucket`. */
function firstFrom(buckets: Uint32Array, bucket: number): number {
  let low = 0;
  let high = buckets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((buckets[middle] ?? 0) < bucket) low = middle + 1;
    else high = middle;
  }
  return low;
}
