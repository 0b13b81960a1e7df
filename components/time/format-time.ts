import { offsetMinutes, type Zone, zoneLabel } from './zone';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A moment taken apart in a zone. `fraction` holds the six digits after the second. */
export interface TimeParts {
  readonly year: number;
  readonly month: string;
  readonly monthNumber: number;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
  readonly fraction: string;
}

/** Takes an ISO time (or milliseconds) apart; null when it is not a time. Keeps the microseconds that `Date` would lose. */
export function timeParts(time: string | number, zone: Zone): TimeParts | null {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return null;
  const shown = new Date(date.getTime() + offsetMinutes(zone, date.getTime()) * 60_000);
  const monthNumber = shown.getUTCMonth();
  return {
    year: shown.getUTCFullYear(),
    month: MONTHS[monthNumber] ?? '',
    monthNumber: monthNumber + 1,
    day: twoDigits(shown.getUTCDate()),
    hour: twoDigits(shown.getUTCHours()),
    minute: twoDigits(shown.getUTCMinutes()),
    second: twoDigits(date.getUTCSeconds()),
    fraction: typeof time === 'string' ? fractionOf(time) : `${String(date.getUTCMilliseconds()).padStart(3, '0')}000`,
  };
}

/** `10:41:07.318`, of an event in a table. */
export function clockTime(time: string | number, zone: Zone): string {
  const parts = timeParts(time, zone);
  if (parts === null) return '–';
  return `${parts.hour}:${parts.minute}:${parts.second}.${parts.fraction.slice(0, 3)}`;
}

/** `03 Jun`, or `03 Jun 2025`: of an event in a table that spans several days or years. */
export function dayOf(time: string | number, zone: Zone, withYear = false): string {
  const parts = timeParts(time, zone);
  if (parts === null) return '';
  return withYear ? dateOf(parts) : `${parts.day} ${parts.month}`;
}

/** `03 Jun 2025 10:41:07.318123 UTC`: everything that is known, with the zone. Trailing zeros beyond the millisecond go. */
export function fullTime(time: string | number, zone: Zone): string {
  const parts = timeParts(time, zone);
  if (parts === null) return '–';
  const fraction = parts.fraction.endsWith('000') ? parts.fraction.slice(0, 3) : parts.fraction;
  const label = zoneLabel(zone, new Date(time).getTime());
  return `${dateOf(parts)} ${parts.hour}:${parts.minute}:${parts.second}.${fraction} ${label}`;
}

/** `03 Jun 2025 10:41 UTC`: for places where seconds say nothing. */
export function minuteTime(time: string | number, zone: Zone): string {
  const parts = timeParts(time, zone);
  if (parts === null) return '–';
  return `${dateOf(parts)} ${parts.hour}:${parts.minute} ${zoneLabel(zone, new Date(time).getTime())}`;
}

/** `4 d 3 h`, `2 h 28 min`, `12 min`, `4.2 s`, `320 ms`: a length of time in its two largest units. */
export function spanLength(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${Number((milliseconds / 1000).toFixed(1))} s`;
  const minutes = Math.round(milliseconds / 60_000);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  if (days > 0) return hours === 0 ? `${days} d` : `${days} d ${hours} h`;
  if (hours > 0) return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  return `${rest} min`;
}

export function dateOf(parts: TimeParts): string {
  return `${parts.day} ${parts.month} ${parts.year}`;
}

function fractionOf(iso: string): string {
  const dot = iso.indexOf('.');
  if (dot === -1) return '000000';
  let end = dot + 1;
  while (end < iso.length && isDigit(iso.charCodeAt(end))) end += 1;
  return iso
    .slice(dot + 1, end)
    .padEnd(6, '0')
    .slice(0, 6);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
