import { LOG_TYPES, type LogType } from '@/lib/events';
import type { TimelineFacts } from '../report-facts';
import type { Numbered } from './numbered';
import { type AxisTick, axisTicks } from './time-axis';
import type { Times } from './times';
import { TYPE_NAMES } from './type-names';

/** Five lanes on one axis of time, everything as a share of its width or height from 0 to 1. */
export interface TimelinePicture {
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  /** Milliseconds that a bar stands for. */
  readonly interval: number;
  readonly ticks: readonly AxisTick[];
  readonly lanes: readonly Lane[];
  readonly untimed: number;
}

export interface Lane {
  readonly type: LogType;
  readonly name: string;
  readonly total: number;
  /** Events of its highest bar, which is as high as the lane. */
  readonly most: number;
  readonly bars: readonly { readonly start: number; readonly width: number; readonly height: number }[];
  readonly pins: readonly PlacedPin[];
  readonly findings: readonly { readonly start: number; readonly end: number; readonly label: string }[];
}

export interface PlacedPin {
  readonly at: number;
  readonly label: string;
  /** What its flag says: pins that stand close share the flag of the first; null = it has none. */
  readonly flag: string | null;
}

const TICKS_MOST = 9;
/** How much of the width a flag takes with its words. */
const FLAG_WIDTH = 0.08;

export function timelinePicture(facts: TimelineFacts, numbered: Numbered, times: Times): TimelinePicture {
  const [start, end] = [Date.parse(facts.from), Date.parse(facts.to)];
  const place = (milliseconds: number) => Math.min(1, Math.max(0, (milliseconds - start) / Math.max(1, end - start)));
  return {
    from: facts.from,
    to: facts.to,
    zone: times.zone,
    interval: facts.interval,
    ticks: axisTicks(start, end, times, TICKS_MOST),
    lanes: LOG_TYPES.map((type) => laneOf(type, facts, numbered, place)),
    untimed: facts.untimed,
  };
}

function laneOf(
  type: LogType,
  { buckets, interval }: TimelineFacts,
  numbered: Numbered,
  place: (milliseconds: number) => number,
): Lane {
  const counts = buckets.map(({ time, counts }) => ({ time: Date.parse(time), count: counts[type] ?? 0 }));
  const most = counts.reduce((highest, { count }) => Math.max(highest, count), 0);
  return {
    type,
    name: TYPE_NAMES[type],
    total: counts.reduce((sum, { count }) => sum + count, 0),
    most,
    bars: counts
      .filter(({ count }) => count > 0)
      .map(({ time, count }) => ({
        start: place(time),
        width: place(time + interval) - place(time),
        height: count / most,
      })),
    pins: withFlags(
      numbered.pins.flatMap(({ label, copy }) =>
        copy?.type === type && copy.time !== null && isTime(copy.time)
          ? [{ at: place(Date.parse(copy.time)), label }]
          : [],
      ),
    ),
    findings: numbered.findings.flatMap(({ label, finding }) =>
      finding.type === type && isTime(finding.from) && isTime(finding.to)
        ? [{ start: place(Date.parse(finding.from)), end: place(Date.parse(finding.to)), label }]
        : [],
    ),
  };
}

/** In order of time. */
function withFlags(pins: readonly { readonly at: number; readonly label: string }[]): PlacedPin[] {
  const groups: { readonly at: number; readonly label: string }[][] = [];
  for (const pin of [...pins].sort((one, other) => one.at - other.at)) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group !== undefined && first !== undefined && pin.at - first.at < FLAG_WIDTH) group.push(pin);
    else groups.push([pin]);
  }
  return groups.flatMap((group) =>
    group.map((pin, index) => ({ ...pin, flag: index > 0 ? null : flagOf(pin.label, group.length - 1) })),
  );
}

function flagOf(label: string, others: number): string {
  return others === 0 ? label : `${label}, ${others} more`;
}

function isTime(iso: string): boolean {
  return !Number.isNaN(Date.parse(iso));
}
