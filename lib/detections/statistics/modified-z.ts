/** How far a value lies from the middle of its group. */
export interface Distance {
  readonly z: number;
  readonly median: number;
}

const MAD_SCALE = 0.6745;

/**
 * The modified z-score of each value: 0.6745 (x - median) / MAD; above 3.5 is an outlier. `least`: what the spread, MAD / 0.6745,
 * is taken to be at least; it keeps the score finite where most values are the same. 0 for the median itself.
 * Source: Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993).
 */
export function modifiedZ(values: readonly number[], least: (median: number) => number): Distance[] {
  const median = medianOf(values);
  const mad = medianOf(values.map((value) => Math.abs(value - median)));
  const spread = Math.max(mad / MAD_SCALE, least(median));
  return values.map((value) => ({ z: value === median ? 0 : (value - median) / spread, median }));
}

/** Counts of what happens by chance spread by the square root of their mean (Poisson), and by one where they are few. */
export function spreadOfCounts(median: number): number {
  return Math.sqrt(Math.max(1, median));
}

/** The middle value, or the mean of the two in the middle; 0 of none. */
export function medianOf(values: readonly number[]): number {
  const inOrder = [...values].sort((a, b) => a - b);
  const middle = inOrder.length / 2;
  const upper = inOrder[Math.floor(middle)] ?? 0;
  return inOrder.length % 2 === 1 ? upper : ((inOrder[middle - 1] ?? 0) + upper) / 2;
}
