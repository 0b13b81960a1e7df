import type { Times } from './times';

export interface AxisTick {
  /** Share of the axis, 0 to 1. */
  readonly at: number;
  readonly label: string;
  /** Whether a new day begins there. */
  readonly strong: boolean;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 5, 10, 30, 90, 365].map((count) => count * DAY),
];

/**
 * Round moments between two (milliseconds since 1970), at most `most` of them, round on the clocks of the zone. A tick on
 * midnight names the day, with its year where the axis has more than one; others name the clock.
 */
export function axisTicks(from: number, to: number, times: Times, most: number): readonly AxisTick[] {
  if (!(to > from)) return [];
  const step = STEPS.find((each) => (to - from) / each <= most) ?? Math.ceil((to - from) / most / DAY) * DAY;
  const years = times.parts(from).year !== times.parts(to).year;
  const ticks: AxisTick[] = [];
  for (let round = Math.ceil(onClock(from, times) / step) * step; ; round += step) {
    // The offset that holds there: the clock may have been changed since `from`.
    const time = round - times.parts(round - times.parts(from).offset * MINUTE).offset * MINUTE;
    if (time > to) return ticks;
    if (time >= from) ticks.push({ at: (time - from) / (to - from), ...labelOf(time, step, times, years) });
  }
}

function onClock(milliseconds: number, times: Times): number {
  return milliseconds + times.parts(milliseconds).offset * MINUTE;
}

function labelOf(milliseconds: number, step: number, times: Times, years: boolean): Omit<AxisTick, 'at'> {
  const { day, year, clock, second } = times.parts(milliseconds);
  if (step >= DAY || (clock === '00:00' && second === '00')) {
    return { label: years ? `${day} ${year}` : day, strong: true };
  }
  return { label: step < MINUTE ? `${clock}:${second}` : clock, strong: false };
}
