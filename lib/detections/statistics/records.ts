/** A value of a series: of a bucket of time, which has one number for each bucket. */
export type Point = readonly [bucket: number, value: number];

/** A run of points that are higher than any before. */
export interface RecordRun {
  /** Buckets; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  readonly peak: number;
  /** The highest value that it was held against; 0 where there was none. */
  readonly usual: number;
}

export interface RecordRules {
  /** A value below is no record, however quiet it was. */
  readonly min: number;
  /** So many times as high as the highest before. */
  readonly factor: number;
  /** Buckets that may lie between two records of one run, and that must lie between a record and what it is held against. */
  readonly gap: number;
  /** Buckets before this one have too little before them: they are held against what came after as well. */
  readonly learnedFrom: number;
}

/**
 * Runs of values that are `factor` times as high as all that lie more than `gap` before them. A maximum, not a quantile: for what
 * is mostly absent every quantile is 0, while one earlier burst of the same height shows that it is nothing new. Points must be
 * in order of time; takes time in proportion to them.
 */
export function recordRuns(points: readonly Point[], { min, factor, gap, learnedFrom }: RecordRules): RecordRun[] {
  const after = highestAfter(points);
  const runs: RecordRun[] = [];
  let before = 0;
  let behind = 0;
  for (const [place, [bucket, value]] of points.entries()) {
    const run = runs.at(-1);
    const open = run !== undefined && bucket - run.to < gap ? run : undefined;
    const held = (open?.from ?? bucket) - gap;
    for (let point = points[behind]; point !== undefined && point[0] < held; point = points[behind]) {
      before = Math.max(before, point[1]);
      behind += 1;
    }
    const usual = bucket < learnedFrom ? Math.max(before, highestFrom(points, after, place, bucket + gap)) : before;
    if (value < min || value < factor * usual) continue;
    if (open === undefined) runs.push({ from: bucket, to: bucket + 1, peak: value, usual });
    else runs[runs.length - 1] = { ...open, to: bucket + 1, peak: Math.max(open.peak, value) };
  }
  return runs;
}

/** For each point, the highest value from it to the end. */
function highestAfter(points: readonly Point[]): readonly number[] {
  const highest = new Array<number>(points.length + 1).fill(0);
  for (let place = points.length - 1; place >= 0; place -= 1)
    highest[place] = Math.max(highest[place + 1] ?? 0, points[place]?.[1] ?? 0);
  return highest;
}

function highestFrom(points: readonly Point[], after: readonly number[], place: number, bucket: number): number {
  let low = place;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((points[middle]?.[0] ?? 0) <= bucket) low = middle + 1;
    else high = middle;
  }
  return after[low] ?? 0;
}
