import { HOUR } from './example-events';
import { isLearned } from './first-seen';
import { endAt, endKey } from './flow-ends';
import { dayFrom, type HeldHour, heldHoursOf, mostBefore, secondsOf } from './held-hours';
import type { TimeSpan } from './history';
import { networkOf } from './networks';
import { HELD } from './tallies/held-flows';
import type { TallyRow } from './tally';

const HOUR_SECONDS = 3600;
/** RITA's bands of how long a pair is connected on a day: from an hour, four, eight and twelve. */
export const SINGLE_MIN = HOUR_SECONDS;
export const TOGETHER_MIN = 4 * HOUR_SECONDS;
/** What was held for a quarter as long before is how things are. */
const ABOVE_USUAL = 4;

/** A pair, and the hours of its first day with long connections. */
export interface Held {
  readonly row: TallyRow;
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
  /** The most that anybody held with that network in a day before. */
  readonly before: number;
}

/** What one row says, ready to be compared with all others. */
export interface Pair {
  readonly row: TallyRow;
  readonly source: string;
  readonly network: string;
  readonly port: string;
  readonly hours: readonly HeldHour[];
}

export function pairOf(row: TallyRow): Pair {
  return {
    row,
    source: endKey(endAt(row, HELD.source)),
    network: networkOf(row.key[HELD.address] ?? ''),
    port: row.key[HELD.port] ?? '',
    hours: heldHoursOf(row),
  };
}

/** The first day of a pair in which it held connections for long and that is not usual; null where there is none. */
export function heldBy(pair: Pair, pairs: readonly Pair[], span: TimeSpan | null): Held | null {
  const { row, hours } = pair;
  if (!isLong(hours)) return null;
  for (const [place, { hour }] of hours.entries()) {
    if (!isLearned(hour * HOUR, span)) continue;
    const day = dayFrom(hours, place);
    if (!isLong(day)) continue;
    const seconds = secondsOf(day);
    const usual = (others: readonly Pair[]) => Math.max(0, ...others.map((other) => mostBefore(other.hours, hour)));
    const before = usual(pairs.filter(({ network }) => network === pair.network));
    const own = usual(pairs.filter(({ source, port }) => source === pair.source && port === pair.port));
    if (Math.max(before, own) * ABOVE_USUAL > seconds) return null;
    return { row, from: hour, to: (day.at(-1)?.hour ?? hour) + 1, seconds, before };
  }
  return null;
}

function isLong(hours: readonly HeldHour[]): boolean {
  return secondsOf(hours) >= TOGETHER_MIN || hours.some(({ isSingle }) => isSingle);
}
