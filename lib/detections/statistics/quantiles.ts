/** The value below which a share of the sorted values lies, between neighbours in proportion; NaN of none. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

export function median(sorted: ArrayLike<number>): number {
  return quantile(sorted, 0.5);
}

/** The median distance from the median. */
export function medianDeviation(sorted: ArrayLike<number>): number {
  const middle = median(sorted);
  return median(Float64Array.from(sorted, (value) => Math.abs(value - middle)).sort());
}

/** The quartiles as medians of the halves, without the middle one of an odd number. */
export function quartiles(sorted: Float64Array): readonly [number, number, number] {
  const half = Math.floor(sorted.length / 2);
  return [median(sorted.subarray(0, half)), median(sorted), median(sorted.subarray(sorted.length - half))];
}
