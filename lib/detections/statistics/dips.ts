import { quantile } from './quantiles';

/** A stretch in which there was much less than usual. */
export interface Dip {
  /** Places in the series, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** How much there was in it. */
  readonly sum: number;
  /** What is usual at its time: median, and the range of earlier days. */
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** How many earlier days say so. */
  readonly days: number;
}

/** How counts follow each other, without gaps, and what counts as a dip. */
export interface DipRules {
  readonly perDay: number;
  /** It lasts so many places at least. */
  readonly places: number;
  /** In so many places there usually is so much at least. */
  readonly least: number;
}

const DAYS_MIN = 3;
const DAYS_MAX = 28;
const BELOW_USUAL = 1 / 4;
const BELOW_LOWEST = 1 / 2;
/** What falls slowly, as on the first evening of a weekend, is no dip; one is over when there is so much again. */
const AS_USUAL = 1 / 2;

/**
 * Where a series of counts falls, from half of what is usual or more, below a quarter of it: of the median of the same time of at
 * least three earlier days, and below half of the least of them. It lasts until there is half of the usual again.
 */
export function dipsOf(values: ArrayLike<number>, rules: DipRules): Dip[] {
  const upTo = runningSums(values);
  const { places, least } = rules;
  const dips: Dip[] = [];
  for (let place = DAYS_MIN * rules.perDay; place + places <= values.length; place += 1) {
    const yesterday = place - rules.perDay;
    // Asked first because it costs least: what is below half of the least of all days is below half of yesterday.
    if (sumWithin(upTo, place, place + places) >= sumWithin(upTo, yesterday, yesterday + places) * BELOW_LOWEST)
      continue;
    const now = compared(upTo, place, place + places, rules);
    if (now.expected < least || now.sum >= now.expected * BELOW_USUAL || now.sum >= now.low * BELOW_LOWEST) continue;
    const before = compared(upTo, place - places, place, rules);
    const to = endOf(upTo, place, rules);
    if (before.sum >= before.expected * AS_USUAL) {
      const from = beginOf(upTo, place, rules);
      if (to - from >= places) dips.push({ from, to, ...compared(upTo, from, to, rules) });
    }
    place = to - 1;
  }
  return dips;
}

/** The first place of a window that has less than half of its share. */
function beginOf(upTo: Float64Array, place: number, rules: DipRules): number {
  for (let from = place; from < place + rules.places; from += 1) {
    const { sum, expected } = compared(upTo, from, from + 1, rules);
    if (sum < expected * AS_USUAL) return from;
  }
  return place;
}

/** Where the first window ends, or begins to be as usual again. */
function endOf(upTo: Float64Array, place: number, rules: DipRules): number {
  let to = place + rules.places;
  while (to < upTo.length - 1) {
    const { sum, expected } = compared(upTo, to, to + 1, rules);
    if (expected > 0 && sum >= expected * AS_USUAL) break;
    to += 1;
  }
  return to;
}

function compared(upTo: Float64Array, from: number, to: number, { perDay }: DipRules): Omit<Dip, 'from' | 'to'> {
  const days = Math.max(0, Math.min(DAYS_MAX, Math.floor(from / perDay)));
  const others = Float64Array.from({ length: days }, (_none, day) => {
    const back = (day + 1) * perDay;
    return sumWithin(upTo, from - back, to - back);
  }).sort();
  return {
    sum: sumWithin(upTo, from, to),
    expected: days === 0 ? 0 : quantile(others, 0.5),
    low: others[0] ?? 0,
    high: others.at(-1) ?? 0,
    days,
  };
}

function sumWithin(upTo: Float64Array, from: number, to: number): number {
  return (upTo[to] ?? 0) - (upTo[from] ?? 0);
}

/** The sum of all values before each place, and before the end. */
function runningSums(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let place = 0; place < values.length; place += 1) sums[place + 1] = (sums[place] ?? 0) + (values[place] ?? 0);
  return sums;
}
