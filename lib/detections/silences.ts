import { quantile } from './statistics/quantiles';
import type { TallyRow } from './tally';

/** A stretch without events of what otherwise hardly pauses. */
export interface Silence {
  /** The last bucket before, and the first after; null where there is none. */
  readonly last: number;
  readonly next: number | null;
  /** Buckets without events. */
  readonly silent: number;
  /** How many buckets pass at most between two with events, in 99 of 100 cases. */
  readonly usual: number;
  /** How many events there would have been. */
  readonly missed: number;
}

/** So many buckets with events say how steady somebody is. */
const STEADY_MIN = 100;
const USUAL_SHARE = 0.99;
const FACTOR = 5;
const SILENT_MIN = 3;
const MISSED_MIN = 20;
/** Somebody goes on where so many of the buckets have events. */
const ACTIVE_SHARE = 0.8;

/** Whether there are enough buckets with events to say anything, and they are most of those from first to last. */
export function isSteady({ buckets }: TallyRow): boolean {
  const length = (buckets.at(-1) ?? 0) - (buckets[0] ?? 0) + 1;
  return buckets.length >= STEADY_MIN && buckets.length >= length / 2;
}

/**
 * Where a row has no events for more than five times the 99th percentile of its pauses, three buckets at least, in which there
 * would have been twenty events; `end` is the last bucket that anybody has, for a silence that does not end.
 */
export function silencesOf(row: TallyRow, end: number): Silence[] {
  const { buckets, counts } = row;
  const pauses = Float64Array.from(buckets.subarray(1), (bucket, place) => bucket - (buckets[place] ?? 0));
  const usual = quantile(Float64Array.from(pauses).sort(), USUAL_SHARE);
  const ordinary = quantile(Float64Array.from(counts).sort(), 0.5) / usual;
  const found: Silence[] = [];
  for (const [place, last] of buckets.entries()) {
    const next = buckets[place + 1] ?? null;
    const silent = (next ?? end + 1) - last - 1;
    if (silent < Math.max(SILENT_MIN, FACTOR * usual) || silent * ordinary < MISSED_MIN) continue;
    found.push({ last, next, silent, usual, missed: Math.round(silent * ordinary) });
  }
  return found;
}

/** Whether a row has events in most of the buckets of a silence. */
export function goesOnDuring({ buckets }: TallyRow, { last, silent }: Silence): boolean {
  let active = 0;
  for (const bucket of buckets) if (bucket > last && bucket <= last + silent) active += 1;
  return active >= silent * ACTIVE_SHARE;
}
