import type { Point } from './statistics/records';
import type { TallyRow } from './tally';
import { type BucketRange, countWithin } from './tally-cells';

/** For each bucket that has events, how many of the rows have any in it or in the `buckets - 1` before. */
export function distinctRows(rows: readonly TallyRow[], buckets: number): Point[] {
  const cells = rows.flatMap((row) => Array.from(row.buckets, (bucket) => ({ row, bucket })));
  cells.sort((a, b) => a.bucket - b.bucket);
  const points = new Map<number, number>();
  const inside = new Map<TallyRow, number>();
  let oldest = 0;
  for (const { row, bucket } of cells) {
    for (let cell = cells[oldest]; cell !== undefined && cell.bucket <= bucket - buckets; cell = cells[oldest]) {
      const left = (inside.get(cell.row) ?? 0) - 1;
      if (left > 0) inside.set(cell.row, left);
      else inside.delete(cell.row);
      oldest += 1;
    }
    inside.set(row, (inside.get(row) ?? 0) + 1);
    points.set(bucket, inside.size);
  }
  return [...points];
}

/** A run together with the buckets before it whose rows were counted with its first. */
export function widened<Run extends BucketRange>(rows: readonly TallyRow[], run: Run, buckets: number): Run {
  for (let from = run.from - buckets + 1; from < run.from; from += 1)
    if (countWithin(rows, { from, to: from + 1 }) > 0) return { ...run, from };
  return run;
}
