import type { Point } from './records';

/** For each point, the sum of all points within so many buckets that end with its own. Points must be in order of time. */
export function sumsWithin(points: readonly Point[], buckets: number): Point[] {
  let oldest = 0;
  let sum = 0;
  return points.map(([bucket, value]) => {
    sum += value;
    for (let point = points[oldest]; point !== undefined && point[0] <= bucket - buckets; point = points[oldest]) {
      sum -= point[1];
      oldest += 1;
    }
    return [bucket, sum];
  });
}
