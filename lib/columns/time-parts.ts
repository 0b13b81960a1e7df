import { type TimePart, timePartOf } from '@/lib/query';

const MINUTE = 60_000_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** After 400 years the calendar begins again, its weekdays too (146,097 days are 20,871 weeks). */
const CALENDAR_DAYS = 146_097;

/** How long a part of a time stays the same, in microseconds, and after how many of these stretches all values come again. */
const CYCLES: Readonly<Record<Exclude<TimePart, 'year'>, { readonly width: number; readonly length: number }>> = {
  minute: { width: MINUTE, length: 60 },
  hour: { width: HOUR, length: 24 },
  weekday: { width: DAY, length: 7 },
  day: { width: DAY, length: CALENDAR_DAYS },
  week: { width: DAY, length: CALENDAR_DAYS },
  month: { width: DAY, length: CALENDAR_DAYS },
};

/** Stretches of time of which some are meant: by the place of a stretch since 1970 within its cycle, 1 where it is. */
export interface Cycle {
  /** In microseconds. */
  readonly width: number;
  readonly accepts: Uint8Array;
}

const values = new Map<TimePart, Uint8Array>();

/** The stretches whose part of the time passes a test. In memory that threads share, as calendars are long. */
export function cycleOf(part: Exclude<TimePart, 'year'>, isMeant: (value: number) => boolean): Cycle {
  const { width, length } = CYCLES[part];
  const known = values.get(part) ?? Uint8Array.from({ length }, (_, place) => timePartOf(part, place * width) ?? 0);
  values.set(part, known);
  const meant = Uint8Array.from({ length: 256 }, (_, value) => (isMeant(value) ? 1 : 0));
  const accepts = new Uint8Array(new SharedArrayBuffer(length));
  for (let place = 0; place < length; place += 1) accepts[place] = meant[known[place] ?? 0] ?? 0;
  return { width, accepts };
}

/** Whether a cycle means all, none or some of the times from `first` to `last`. */
export function meansOf({ width, accepts }: Cycle, first: number, last: number): 'all' | 'none' | 'some' {
  const from = Math.floor(first / width);
  const stretches = Math.min(accepts.length, Math.floor(last / width) - from + 1);
  let meant = 0;
  for (let place = 0; place < stretches; place += 1) meant += accepts[placeIn(from + place, accepts.length)] ?? 0;
  if (meant === 0) return 'none';
  return meant === stretches ? 'all' : 'some';
}

/** The years, of those from `first` to `last`, that pass a test, as spans of times: `from` is in it, `to` is not. */
export function yearSpans(
  isMeant: (year: number) => boolean,
  first: number,
  last: number,
): { readonly from: number; readonly to: number }[] {
  const spans: { from: number; to: number }[] = [];
  const end = timePartOf('year', last) ?? 0;
  for (let year = timePartOf('year', first) ?? 0; year <= end; year += 1) {
    if (!isMeant(year)) continue;
    const [from, to] = [beginOf(year), beginOf(year + 1)];
    const before = spans.at(-1);
    if (before?.to === from) before.to = to;
    else spans.push({ from, to });
  }
  return spans;
}

/** `Date.UTC` takes the years up to 99 for those of its own century. */
function beginOf(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1) * 1000;
}

/** The place of a stretch in a cycle of so many; times before 1970 count backwards. */
function placeIn(stretch: number, length: number): number {
  return ((stretch % length) + length) % length;
}
