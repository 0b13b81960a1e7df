import { median, medianDeviation, quartiles } from './quantiles';

/** How much like a machine somebody calls, 0 to 1 each; `score` is their mean. */
export interface BeaconScore {
  readonly score: number;
  /** How alike the intervals are. */
  readonly intervals: number;
  /** How alike the sizes are; null where none are told, and the mean is of the other three. */
  readonly sizes: number | null;
  /** How alike the hours are. */
  readonly hours: number;
  /** How long it lasts. */
  readonly duration: number;
  /** The middle interval, in seconds. */
  readonly period: number;
  /** How many of the hours have calls. */
  readonly activeHours: number;
}

const HOURS = 24;
/** Below this spread of the quartiles a skew says nothing. */
const SPREAD_MIN = 10;
/** As many hours must have calls before two heights of them say anything, and before a duration does. */
const BIMODAL_HOURS_MIN = 11;
const DURATION_HOURS_MIN = 6;
const RUN_HOURS_IDEAL = 12;
/** Hours that differ by less than this share of the largest are of one height. */
const HEIGHT_SHARE = 0.05;
const OUTLIERS = 1;

/**
 * The beacon score of RITA, version 5 (github.com/activecm/rita, analysis/beacons.go): of the different seconds in which there
 * were calls, in order of time, and of the bytes of each, within a window of time in seconds that is usually a day. Null for
 * fewer than four seconds.
 */
export function beaconScore(
  seconds: readonly number[],
  sizes: readonly number[],
  window: { readonly from: number; readonly to: number },
): BeaconScore | null {
  if (seconds.length < 4 || window.to <= window.from) return null;
  const gaps = Float64Array.from(seconds.slice(1), (second, place) => second - (seconds[place] ?? 0)).sort();
  const bars = histogram(seconds, window);
  const intervals = evenness(gaps, 1);
  const alike = sizes.some((size) => size > 0) ? evenness(Float64Array.from(sizes).sort(), 0) : null;
  const activeHours = bars.filter((bar) => bar > 0).length;
  const hours = Math.max(flatness(bars), twoHeights(bars, activeHours));
  const span = (seconds.at(-1) ?? 0) - (seconds[0] ?? 0);
  const duration = durationScore(bars, activeHours, span / (window.to - window.from));
  const parts = [intervals, hours, duration, ...(alike === null ? [] : [alike])];
  const score = rounded(parts.reduce((sum, part) => sum + part, 0) / parts.length);
  return { score, intervals, sizes: alike, hours, duration, period: median(gaps), activeHours };
}

/** How alike values are: by Bowley's skew of their quartiles, and by their deviation from the median. */
export function evenness(sorted: Float64Array, ofSmall: number): number {
  const [low, middle, high] = quartiles(sorted);
  const isTold = high - low >= SPREAD_MIN && middle !== low && middle !== high;
  const skew = isTold ? (low + high - 2 * middle) / (high - low) : 0;
  const steady = middle >= 1 ? Math.max(0, (middle - medianDeviation(sorted)) / middle) : ofSmall;
  return rounded((1 - Math.abs(skew) + steady) / 2);
}

function histogram(seconds: readonly number[], { from, to }: { readonly from: number; readonly to: number }): number[] {
  const bars = new Array<number>(HOURS).fill(0);
  for (const second of seconds) {
    const bar = Math.min(HOURS - 1, Math.max(0, Math.floor(((second - from) / (to - from)) * HOURS)));
    bars[bar] = (bars[bar] ?? 0) + 1;
  }
  return bars;
}

/** One less the coefficient of variation, at least 0. */
export function flatness(bars: readonly number[]): number {
  const mean = bars.reduce((sum, bar) => sum + bar, 0) / bars.length;
  const variance = bars.reduce((sum, bar) => sum + (bar - mean) ** 2, 0) / bars.length;
  return rounded(Math.max(0, 1 - Math.sqrt(variance) / mean));
}

/** The share of hours whose height is one of the two most common. */
export function twoHeights(bars: readonly number[], activeHours: number): number {
  if (activeHours < BIMODAL_HOURS_MIN) return 0;
  const width = Math.ceil(Math.max(...bars) * HEIGHT_SHARE);
  const heights = new Map<number, number>();
  for (const bar of bars) {
    const height = Math.floor(bar / width);
    if (bar > 0) heights.set(height, (heights.get(height) ?? 0) + 1);
  }
  const [first = 0, second = 0] = [...heights.values()].sort((a, b) => b - a);
  return rounded(Math.min(1, (first + second) / Math.max(1, activeHours - OUTLIERS)));
}

/** How much of the window there were calls, or how long without an hour that has none; the window's end goes on at its beginning. */
export function durationScore(bars: readonly number[], activeHours: number, coverage: number): number {
  if (activeHours < DURATION_HOURS_MIN) return 0;
  let longest = 0;
  let run = 0;
  for (const bar of [...bars, ...bars]) {
    run = bar > 0 ? run + 1 : 0;
    longest = Math.max(longest, Math.min(run, bars.length));
  }
  return Math.min(1, Math.max(coverage, longest / RUN_HOURS_IDEAL));
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}
