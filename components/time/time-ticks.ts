import { timeParts } from './format-time';
import { offsetMinutes, type Zone } from './zone';

export interface TimeTick {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly label: string;
  /** True where a new day or year begins: drawn stronger. */
  readonly strong: boolean;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS: readonly number[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 5, 10].map((count) => count * DAY),
];

const MONTH_DAYS = 30.44;
/** Steps of the calendar, in months. */
const MONTH_STEPS: readonly number[] = [
  ...[1, 2, 3, 6],
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].map((years) => years * 12),
];

/**
 * Round moments between `from` and `to` (milliseconds), at most `most` of them. A tick on midnight names the day, others the
 * clock, with seconds or milliseconds where the step is that short. Long ranges are ticked where months and years begin.
 */
export function timeTicks(from: number, to: number, zone: Zone, most: number): readonly TimeTick[] {
  if (!(to > from) || most < 1) return [];
  const step = STEPS.find((each) => (to - from) / each <= most);
  return step === undefined ? calendarTicks(from, to, zone, most) : clockTicks(from, to, zone, step);
}

function clockTicks(from: number, to: number, zone: Zone, step: number): readonly TimeTick[] {
  // Round in the zone shown: 06:00 local is not a multiple of six hours of UTC.
  const shift = offsetMinutes(zone, from) * MINUTE;
  const ticks: TimeTick[] = [];
  // The year is said where it begins to hold, when the range has more than one.
  let year = timeParts(to, zone)?.year === timeParts(from, zone)?.year ? null : 0;
  for (let time = Math.ceil((from + shift) / step) * step - shift; time <= to; time += step) {
    const tick = tickAt(time, step, zone);
    const own = timeParts(time, zone)?.year ?? 0;
    const news = year !== null && year !== own && tick.strong;
    if (news) year = own;
    ticks.push(news ? { ...tick, label: `${tick.label} ${own}` } : tick);
  }
  return ticks;
}

function calendarTicks(from: number, to: number, zone: Zone, most: number): readonly TimeTick[] {
  const months = MONTH_STEPS.find((each) => (to - from) / (each * MONTH_DAYS * DAY) <= most) ?? 120_000;
  const ticks: TimeTick[] = [];
  let year = 0;
  const before = Math.floor((from / DAY / MONTH_DAYS - 1) / months) * months;
  for (let month = before; ; month += months) {
    const midnight = Date.UTC(1970, month);
    const time = midnight - offsetMinutes(zone, midnight) * MINUTE;
    if (!(time <= to)) return ticks;
    const parts = timeParts(time, zone);
    if (time < from || parts === null) continue;
    const news = parts.year !== year;
    year = parts.year;
    const label = months >= 12 ? `${year}` : news ? `${parts.month} ${year}` : parts.month;
    ticks.push({ time, label, strong: news });
  }
}

function tickAt(time: number, step: number, zone: Zone): TimeTick {
  const parts = timeParts(time, zone);
  if (parts === null) return { time, label: '', strong: false };
  const clock = `${parts.hour}:${parts.minute}`;
  const midnight = clock === '00:00' && parts.second === '00' && parts.fraction === '000000';
  if (midnight) return { time, label: `${parts.day} ${parts.month}`, strong: true };
  if (step >= MINUTE) return { time, label: clock, strong: false };
  if (step >= SECOND) return { time, label: `${clock}:${parts.second}`, strong: false };
  return { time, label: `${clock}:${parts.second}.${parts.fraction.slice(0, 3)}`, strong: false };
}
