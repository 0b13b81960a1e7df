import { timeTicks, type Zone } from '@/components/time';
import type { SeriesChart } from '../prepare/series-chart';
import { cutMiddle, labelEvery } from '../prepare/thin-labels';

export interface AxisTick {
  /** The place of a point. */
  readonly at: number;
  readonly label: string;
}

const TIME_WIDTH = 76;
const CHARACTER = 6.2;
const LABEL_CHARACTERS_MAX = 14;

/** The labels under a series chart `width` pixels wide: round moments, or as many names as there is room for. */
export function axisTicks({ points, interval }: SeriesChart, width: number, zone: Zone): readonly AxisTick[] {
  const first = points[0]?.time ?? null;
  const last = points.at(-1)?.time ?? null;
  if (first === null || last === null || interval === null)
    return nameTicks(
      points.map(({ label }) => label),
      width,
    );
  const most = Math.max(2, Math.floor(width / TIME_WIDTH));
  const times = points.map(({ time }) => time ?? 0);
  const ticks = timeTicks(first, last + interval, zone, most).map(({ time, label }) => ({
    at: times.findLastIndex((each) => each <= time),
    label,
  }));
  // A label centred under the first or last point would be cut off.
  const margin = (TIME_WIDTH / 3 / Math.max(1, width)) * points.length;
  const inside = ticks.filter(({ at }) => at >= margin - 1 && at < points.length - margin);
  return inside.filter(({ at }, index) => inside.findIndex((other) => other.at === at) === index);
}

function nameTicks(names: readonly string[], width: number): readonly AxisTick[] {
  const longest = names.reduce((most, name) => Math.max(most, name.length), 1);
  const every = labelEvery(names.length, width, Math.min(longest, LABEL_CHARACTERS_MAX) * CHARACTER + 8);
  const room = Math.floor(((width / Math.max(1, names.length)) * every - 8) / CHARACTER);
  return names.flatMap((name, at) => (at % every === 0 ? [{ at, label: cutMiddle(name, Math.max(2, room)) }] : []));
}
