import { quantile } from './quantiles';

/** A stretch in which there was much more than usual. */
export interface Spike {
  /** Places in the series, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** The most in one place, and where. */
  readonly peak: number;
  readonly at: number;
  /** What is usual there: median, and the range of what it is made of. */
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly score: number;
  /** How many earlier days say so; 0 = the places before, of the same day. */
  readonly days: number;
}

/** How counts follow each other, without gaps, and what counts as a spike. */
export interface SpikeRules {
  readonly perDay: number;
  /** So much more than usual, at least. */
  readonly least: number;
}

const RAISE = 4;
const HOLD = 2;
/** Places below `HOLD` that end a spike. */
const CALM = 3;
const DAYS_MIN = 3;
const DAYS_MAX = 28;
/** Places before and after the same time of other days that are of the same slot. */
const SLOT_REACH = 3;
/** A distribution's quartiles are so many standard deviations apart (normal distribution). */
const QUARTILES = 1.349;
/** Above what is the most in all but an eighth of an hour per hundred: bursts that come now and then are usual, whenever they come. */
const SEEN_SHARE = 0.998;
const SEEN_DAYS = 7;
const RECENT = 12;
const ABOVE_RANGE = 2;

/**
 * Where a series of counts rises far above what is usual there: by a robust z-score (median, quartiles, at least the square root
 * of the median) against the same time of at least three earlier days, else against the day before, of both the level and the
 * rise over the last places; twice the most that was there at this time, and above nearly all of the last week without its
 * spikes. One spike lasts until the
 * counts have come back. Nothing is said of the first half day.
 */
export function spikesOf(values: ArrayLike<number>, rules: SpikeRules): Spike[] {
  const spikes: Spike[] = [];
  // One spike must not hide a smaller one of the same week.
  const calm = Float64Array.from(values);
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] ?? 0;
    // Asked first because it costs least: nearly no place of a busy series rises.
    if (value < rules.least || riseAt(values, place) < rules.least) continue;
    const usual = usualAt(values, place, rules);
    if (usual === null || !isSpike(values, calm, place, usual, rules)) continue;
    const spike = follow(values, place, usual, rules);
    spikes.push(spike);
    calm.fill(spike.expected, spike.from, spike.to);
    place = spike.to - 1;
  }
  return spikes;
}

interface Usual {
  readonly expected: number;
  readonly scale: number;
  readonly low: number;
  readonly high: number;
  readonly days: number;
}

function isSpike(
  values: ArrayLike<number>,
  calm: ArrayLike<number>,
  place: number,
  usual: Usual,
  rules: SpikeRules,
): boolean {
  const value = values[place] ?? 0;
  if (value - usual.expected < rules.least || scoreOf(value, usual) < RAISE) return false;
  if (value <= usual.high * ABOVE_RANGE) return false;
  if (riseAt(values, place) / usual.scale < RAISE) return false;
  const seen = quantile(sorted(calm, place - SEEN_DAYS * rules.perDay, place), SEEN_SHARE);
  return value > seen;
}

/** By how much a place is above those right before it. */
function riseAt(values: ArrayLike<number>, place: number): number {
  return (values[place] ?? 0) - quantile(sorted(values, place - RECENT, place), 0.5);
}

function follow(values: ArrayLike<number>, start: number, first: Usual, rules: SpikeRules): Spike {
  let spike: Spike = {
    from: start,
    to: start + 1,
    peak: values[start] ?? 0,
    at: start,
    expected: first.expected,
    low: first.low,
    high: first.high,
    score: scoreOf(values[start] ?? 0, first),
    days: first.days,
  };
  for (let place = start + 1; place < values.length && place - spike.to < CALM; place += 1) {
    const value = values[place] ?? 0;
    // What the spike itself made usual must not end it.
    const usual = (first.days === 0 ? null : usualAt(values, place, rules)) ?? first;
    const score = scoreOf(value, usual);
    if (score < HOLD || value - usual.expected < rules.least / 2) continue;
    spike = { ...spike, to: place + 1 };
    if (value > spike.peak) {
      const { expected, low, high, days } = usual;
      spike = { ...spike, peak: value, at: place, expected, low, high, score, days };
    }
  }
  return spike;
}

function scoreOf(value: number, { expected, scale }: Usual): number {
  return (value - expected) / scale;
}

/** What is usual at a place, of what came before it; null where that is too little. */
function usualAt(values: ArrayLike<number>, place: number, { perDay }: SpikeRules): Usual | null {
  const days = Math.min(DAYS_MAX, Math.floor((place - SLOT_REACH) / perDay));
  if (days >= DAYS_MIN) {
    const slot: number[] = [];
    for (let day = 1; day <= days; day += 1) {
      for (let off = -SLOT_REACH; off <= SLOT_REACH; off += 1) slot.push(values[place - day * perDay + off] ?? 0);
    }
    return usualOf(Float64Array.from(slot).sort(), days);
  }
  if (place < perDay / 2) return null;
  return usualOf(sorted(values, place - perDay, place), 0);
}

function usualOf(values: Float64Array, days: number): Usual {
  const expected = quantile(values, 0.5);
  const spread = (quantile(values, 0.75) - quantile(values, 0.25)) / QUARTILES;
  const scale = Math.max(spread, Math.sqrt(expected), 1);
  return { expected, scale, low: values[0] ?? 0, high: values.at(-1) ?? 0, days };
}

function sorted(values: ArrayLike<number>, from: number, to: number): Float64Array {
  const length = to - Math.max(0, from);
  return Float64Array.from({ length }, (_none, place) => values[Math.max(0, from) + place] ?? 0).sort();
}
