/** How times are written in a report. */
export interface Times {
  /** The zone's name. */
  readonly zone: string;
  /** `03 Jun 2025 10:41:07.318 UTC+2`: everything that is known of an ISO time, in the zone. */
  full(iso: string): string;
  /** `full`, and in UTC too where the zone is another. */
  both(iso: string): string;
  /** What people did when: as `both`, but to the second. */
  moment(iso: string): string;
  /** A moment in milliseconds as it is on a clock in the zone. */
  parts(milliseconds: number): ClockParts;
}

export interface ClockParts {
  /** `03 Jun` */
  readonly day: string;
  readonly year: number;
  /** `10:41` */
  readonly clock: string;
  /** `07` */
  readonly second: string;
  /** Minutes east of Greenwich. */
  readonly offset: number;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const MINUTE = 60_000;

/** Whether there is a time zone of that IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // The only way to ask: an unknown name is thrown.
    return false;
  }
}

/** Throws `RangeError` where `isTimeZone` says no. */
export function timesIn(zone: string): Times {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  const parts = (milliseconds: number) => partsOf(format, milliseconds);
  const full = (iso: string) => fullTime(iso, parts);
  const isUtc = format.resolvedOptions().timeZone === 'UTC';
  const inZone = (iso: string) => (isUtc ? full(iso).replace(/UTC\+0$/, 'UTC') : full(iso));
  const both = (iso: string) => (isUtc ? inZone(iso) : `${inZone(iso)} (${utcTime(iso)})`);
  return {
    zone: isUtc ? 'UTC' : zone,
    full: inZone,
    both,
    moment: (iso) => both(iso).replaceAll(/(:\d\d)\.\d+/g, '$1'),
    parts,
  };
}

function partsOf(format: Intl.DateTimeFormat, milliseconds: number): ClockParts {
  const found = new Map(format.formatToParts(milliseconds).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(found.get(type) ?? 0);
  const [year, month, day] = [number('year'), number('month'), number('day')];
  const [hour, minute, second] = [number('hour'), number('minute'), number('second')];
  // `Date.UTC` takes years below 100 for those of the last century.
  const shown = new Date(0).setUTCFullYear(year, month - 1, day) + ((hour * 60 + minute) * 60 + second) * 1000;
  return {
    day: `${twoDigits(day)} ${MONTHS[month - 1] ?? ''}`,
    year,
    clock: `${twoDigits(hour)}:${twoDigits(minute)}`,
    second: twoDigits(second),
    offset: Math.round((shown - Math.floor(milliseconds / 1000) * 1000) / MINUTE),
  };
}

function fullTime(iso: string, parts: (milliseconds: number) => ClockParts): string {
  const milliseconds = Date.parse(iso);
  if (Number.isNaN(milliseconds)) return iso;
  const { day, year, clock, second, offset } = parts(milliseconds);
  return `${day} ${year} ${clock}:${second}.${fractionOf(iso)} ${offsetLabel(offset)}`;
}

/** The same moment in UTC, as ISO 8601 without its `T`. */
function utcTime(iso: string): string {
  const milliseconds = Date.parse(iso);
  if (Number.isNaN(milliseconds)) return iso;
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')}.${fractionOf(iso)} UTC`;
}

/** The digits after the second: three, or as many of nine as are not zero. */
function fractionOf(iso: string): string {
  const [, digits = ''] = /\.(\d{1,9})/.exec(iso) ?? [];
  const known = digits.padEnd(9, '0');
  return known.slice(0, 3) + known.slice(3).replace(/0+$/, '');
}

/** `UTC+5:30` of an offset in minutes east of Greenwich. */
function offsetLabel(minutes: number): string {
  const size = Math.abs(minutes);
  const rest = size % 60;
  const hours = `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}`;
  return rest === 0 ? hours : `${hours}:${twoDigits(rest)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
