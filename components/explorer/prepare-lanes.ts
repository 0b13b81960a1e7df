import { LOG_TYPES, type LogType, SEVERITIES } from '@/lib/events';
import type { TimelineAnswer } from '@/lib/interface';
import type { Moments } from './range-moves';

/** A part of a stacked bar, from the bottom up. */
export interface BarSlice {
  readonly value: string;
  readonly count: number;
}

export interface LaneBar {
  /** 0 to 1 of the lane's height; 0 only where there is nothing. */
  readonly height: number;
  readonly total: number;
  /** Empty when the lane is not broken down. */
  readonly slices: readonly BarSlice[];
}

export interface Lane {
  readonly type: LogType;
  readonly total: number;
  readonly bars: readonly LaneBar[];
}

export interface LaneCount {
  readonly type: LogType;
  readonly total: number;
  readonly slices: readonly BarSlice[];
}

/** All that the trackway draws. Times in milliseconds since 1970; `to` is the end of the last bucket. */
export interface Trackway {
  readonly from: number;
  readonly to: number;
  readonly interval: number;
  readonly times: readonly number[];
  readonly lanes: readonly Lane[];
  readonly untimed: number;
  /** The values of the breakdown, commonest first, `other` last. */
  readonly values: readonly string[];
}

/** What the values beyond the commonest, and events without any, are counted as. */
const OTHER = 'other';
/** As many as there are colours that can be told apart. */
const VALUES_MAX = 6;

/** A bar of one event must be seen beside one of a million. */
const HEIGHT_MIN = 0.08;

/**
 * Five lanes out of a timeline by type; every lane is scaled to its own highest bar, since counts of types differ by orders
 * of magnitude. `breakdowns` holds timelines by some field for the lanes that are stacked; those with other buckets (an
 * answer for an older range) are left out. Null when there is nothing in time.
 */
export function prepareLanes(
  timeline: TimelineAnswer,
  breakdowns: ReadonlyMap<LogType, TimelineAnswer>,
  bySeverity: boolean,
): Trackway | null {
  const first = timeline.buckets[0];
  if (first === undefined) return null;
  const times = timeline.buckets.map((bucket) => Date.parse(bucket.time));
  const from = Date.parse(first.time);
  const fitting = new Map([...breakdowns].filter(([, answer]) => sameBuckets(answer, timeline)));
  const values = commonValues([...fitting.values()], bySeverity);
  const lanes = LOG_TYPES.map((type): Lane => {
    const totals = timeline.buckets.map((bucket) => countOf(bucket.by, type));
    const highest = totals.reduce((most, total) => Math.max(most, total), 0);
    const stacked = fitting.get(type);
    return {
      type,
      total: totals.reduce((sum, total) => sum + total, 0),
      bars: totals.map((total, index) => ({
        height: total === 0 ? 0 : Math.max(HEIGHT_MIN, total / highest),
        total,
        slices: slicesOf(stacked?.buckets[index]?.by, values),
      })),
    };
  });
  const to = from + timeline.interval * timeline.buckets.length;
  return { from, to, interval: timeline.interval, times, lanes, untimed: timeline.untimed, values };
}

/** The lanes of a range in which nothing matches: one empty bar each. */
export function emptyLanes({ from, to }: Moments, untimed: number): Trackway {
  const lanes = LOG_TYPES.map((type): Lane => ({ type, total: 0, bars: [{ height: 0, total: 0, slices: [] }] }));
  return { from, to, interval: Math.max(1, to - from), times: [from], lanes, untimed, values: [] };
}

/** The moments where a bar begins and ends, as the interface takes them. */
export function rangeOfBars(trackway: Trackway, first: number, last: number): { from: string; to: string } {
  const low = Math.max(0, Math.min(first, last));
  const high = Math.min(trackway.times.length - 1, Math.max(first, last));
  const start = trackway.from + low * trackway.interval;
  return {
    from: new Date(start).toISOString(),
    to: new Date(start + (high - low + 1) * trackway.interval).toISOString(),
  };
}

/** What the bars from one to another count together, lane by lane. */
export function countsBetween(trackway: Trackway, first: number, last: number): readonly LaneCount[] {
  const low = Math.min(first, last);
  const high = Math.max(first, last);
  return trackway.lanes.map((lane) => {
    const bars = lane.bars.slice(low, high + 1);
    const slices = trackway.values.map((value) => ({
      value,
      count: bars.reduce((sum, bar) => sum + (bar.slices.find((slice) => slice.value === value)?.count ?? 0), 0),
    }));
    return {
      type: lane.type,
      total: bars.reduce((sum, bar) => sum + bar.total, 0),
      slices: slices.filter((slice) => slice.count > 0),
    };
  });
}

/** The bar at a share (0 to 1) of the width. */
export function barAt(trackway: Trackway, share: number): number {
  const count = trackway.times.length;
  return Math.min(count - 1, Math.max(0, Math.floor(share * count)));
}

function slicesOf(by: Readonly<Record<string, number>> | undefined, values: readonly string[]): BarSlice[] {
  if (by === undefined) return [];
  const named = values.filter((value) => value !== OTHER).map((value) => ({ value, count: countOf(by, value) }));
  const total = Object.values(by).reduce((sum, count) => sum + count, 0);
  const rest = total - named.reduce((sum, slice) => sum + slice.count, 0);
  return [...named, { value: OTHER, count: rest }].filter((slice) => slice.count > 0);
}

function commonValues(answers: readonly TimelineAnswer[], bySeverity: boolean): readonly string[] {
  const totals = new Map<string, number>();
  for (const answer of answers) {
    for (const bucket of answer.buckets) {
      for (const [value, count] of Object.entries(bucket.by)) totals.set(value, (totals.get(value) ?? 0) + count);
    }
  }
  if (bySeverity) {
    const known = [...SEVERITIES].reverse().filter((severity) => totals.has(severity));
    return [...known, ...[...totals.keys()].filter((value) => !known.some((severity) => severity === value))];
  }
  const ordered = [...totals].sort((one, other) => other[1] - one[1]).map(([value]) => value);
  const common = ordered.filter((value) => value !== OTHER).slice(0, VALUES_MAX);
  return common.length === ordered.length ? common : [...common, OTHER];
}

function countOf(by: Readonly<Record<string, number>>, value: string): number {
  return Object.hasOwn(by, value) ? (by[value] ?? 0) : 0;
}

function sameBuckets(one: TimelineAnswer, other: TimelineAnswer): boolean {
  return one.interval === other.interval && one.buckets[0]?.time === other.buckets[0]?.time;
}
