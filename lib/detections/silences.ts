import { quantile } from './statistics/quantiles';
import type { TallyRow } from './tally';
import { countWithin } from './tally-cells';

/** A stretch without events of what otherwise hardly pauses. */
export interface Silence {
  /** The last bucket before, and the first after; null where there is none. */
  readonly last: number;
  readonly next: number | null;
  /** Buckets without events. */
  readonly silent: number;
  /** How many buckets pass at most between two with events, in 99 of 100 cases. */
  readonly usual: number;
  /** How many events there would have been, at least or at its usual pace. */
  readonly missed: number;
}

/** So many buckets with events say how steady somebody is. */
const STEADY_MIN = 100;
const USUAL_SHARE = 0.99;
const FACTOR = 5;
const SILENT_MIN = 3;
const ABOVE_LONGEST = 2;
const DAYS_MIN = 2;
const MISSED_OF_DAYS_MIN = 10;
const MISSED_MIN = 20;
/** Somebody goes on where so many of the buckets have events. */
const ACTIVE_SHARE = 0.8;

/** Whether there are enough buckets with events to say anything, and they are most of those from first to last. */
export function isSteady({ buckets }: TallyRow): boolean {
  const length = (buckets.at(-1) ?? 0) - (buckets[0] ?? 0) + 1;
  return buckets.length >= STEADY_MIN && buckets.length >= length / 2;
}

/**
 * Where a row has no events for more than five times the 99th percentile of its pauses, twice its longest other pause and three
 * buckets, although on each other day it had ten or more events at that time (where there are fewer than two other days: although
 * it would have had twenty at its usual pace). `end` is the last bucket that anybody has, for a silence that does not end.
 */
export function silencesOf(row: TallyRow, end: number, perDay: number): Silence[] {
  const { buckets, counts } = row;
  const pauses = Float64Array.from(buckets.subarray(1), (bucket, place) => bucket - (buckets[place] ?? 0)).sort();
  const usual = quantile(pauses, USUAL_SHARE);
  const pace = quantile(Float64Array.from(counts).sort(), 0.5) / usual;
  const found: Silence[] = [];
  for (const [place, last] of buckets.entries()) {
    const next = buckets[place + 1] ?? null;
    const silent = (next ?? end + 1) - last - 1;
    if (silent < Math.max(SILENT_MIN, FACTOR * usual)) continue;
    const longest = next === null ? pauses.at(-1) : pauses.at(-2);
    if (silent < ABOVE_LONGEST * (longest ?? 0)) continue;
    const others = countsOfOtherDays(row, last + 1, silent, perDay);
    const missed = others.length < DAYS_MIN ? Math.round(silent * pace) : Math.min(...others);
    if (missed < (others.length < DAYS_MIN ? MISSED_MIN : MISSED_OF_DAYS_MIN)) continue;
    found.push({ last, next, silent, usual, missed });
  }
  return found;
}

/** How many events there were at the same time of each other day on which there are any later and earlier ones. */
function countsOfOtherDays(row: TallyRow, from: number, length: number, perDay: number): number[] {
  const first = row.buckets[0] ?? 0;
  const last = row.buckets.at(-1) ?? 0;
  const found: number[] = [];
  for (let begin = from - Math.floor((from - first) / perDay) * perDay; begin + length <= last; begin += perDay) {
    if (begin !== from) found.push(countWithin([row], { from: begin, to: begin + length }));
  }
  return found;
}

/** Whether a row has events in most of the buckets of a silence. */
export function goesOnDuring({ buckets }: TallyRow, { last, silent }: Pick<Silence, 'last' | 'silent'>): boolean {
  let active = 0;
  for (const bucket of buckets) if (bucket > last && bucket <= last + silent) active += 1;
  return active >= silent * ACTIVE_SHARE;
}
