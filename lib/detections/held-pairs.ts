import { HOUR } from './example-events';
import { isLearned } from './first-seen';
import { endAt, endKey } from './flow-ends';
import { dayFrom, type HeldHour, heldHoursOf, mostInADay, secondsOf } from './held-hours';
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
  /** For each of the hours, the most in a day up to it. */
  readonly most: Float64Array;
}

export function pairOf(row: TallyRow): Pair {
  const hours = heldHoursOf(row);
  return {
    row,
    source: endKey(endAt(row, HELD.source)),
    network: networkOf(row.key[HELD.address] ?? ''),
    port: row.key[HELD.port] ?? '',
    hours,
    most: mostInADay(hours),
  };
}

/** All pairs, by what they are compared by. */
interface PairsBy {
  readonly network: ReadonlyMap<string, readonly Pair[]>;
  /** Who asks, and which port. */
  readonly service: ReadonlyMap<string, readonly Pair[]>;
}

export function groupPairs(pairs: readonly Pair[]): PairsBy {
  return { network: groupedBy(pairs, ({ network }) => network), service: groupedBy(pairs, serviceOf) };
}

function groupedBy(pairs: readonly Pair[], nameOf: (pair: Pair) => string): Map<string, Pair[]> {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const group = groups.get(nameOf(pair));
    if (group === undefined) groups.set(nameOf(pair), [pair]);
    else group.push(pair);
  }
  return groups;
}

function serviceOf({ source, port }: Pair): string {
  return JSON.stringify([source, port]);
}

/** The first day of a pair in which it held connections for long and that is not usual; null where there is none. */
export function heldBy(pair: Pair, pairs: PairsBy, span: TimeSpan | null): Held | null {
  const { row, hours } = pair;
  if (!isLong(hours)) return null;
  for (const [place, { hour }] of hours.entries()) {
    if (!isLearned(hour * HOUR, span)) continue;
    const day = dayFrom(hours, place);
    if (!isLong(day)) continue;
    const seconds = secondsOf(day);
    const before = mostBefore(pairs.network.get(pair.network) ?? [], hour);
    const own = mostBefore(pairs.service.get(serviceOf(pair)) ?? [], hour);
    if (Math.max(before, own) * ABOVE_USUAL > seconds) return null;
    return { row, from: hour, to: (day.at(-1)?.hour ?? hour) + 1, seconds, before };
  }
  return null;
}

function isLong(hours: readonly HeldHour[]): boolean {
  return secondsOf(hours) >= TOGETHER_MIN || hours.some(({ isSingle }) => isSingle);
}

/** The most that one of these held in a day before an hour, in seconds. */
function mostBefore(pairs: readonly Pair[], hour: number): number {
  let most = 0;
  for (const pair of pairs) {
    if ((pair.most.at(-1) ?? 0) <= most) continue;
    const end = pair.hours.findIndex((other) => other.hour >= hour);
    most = Math.max(most, pair.most[(end === -1 ? pair.hours.length : end) - 1] ?? 0);
  }
  return most;
}
