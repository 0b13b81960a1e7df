import { QueryError } from './query-error';
import { durationUnit } from './units';

const RELATIVE = /^now(?:([+-])(\d{1,9})(s|m|h|d|w))?$/i;
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(?:(Z)|([+-])(\d\d):?(\d\d))?)?$/i;

/**
 * Reads a time: ISO 8601 (a date, or with a time of day; UTC where no zone is given), `now`, or `now-24h` and the like
 * with s, m, h, d or w. Throws QueryError for anything else. Finer than a millisecond is cut off.
 */
export function resolveTime(text: string, now: Date): Date {
  const trimmed = text.trim();
  const time = relativeTime(trimmed, now) ?? isoTime(trimmed);
  if (time === null || Number.isNaN(time.getTime())) {
    const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
    throw new QueryError(
      `"${shown}" is not a time; write it as 2026-01-31T12:00:00Z, 2026-01-31 or now-24h (s, m, h, d, w)`,
      { from: 0, to: text.length },
    );
  }
  return time;
}

function relativeTime(text: string, now: Date): Date | null {
  const [whole, sign, amount, unit] = RELATIVE.exec(text) ?? [];
  if (whole === undefined) return null;
  if (amount === undefined || unit === undefined) return new Date(now);
  const distance = Number(amount) * (durationUnit(unit.toLowerCase()) ?? Number.NaN);
  return withinYears(now.getTime() + (sign === '-' ? -distance : distance));
}

function isoTime(text: string): Date | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const part = (index: number) => Number(match[index] ?? 0);
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)];
  const millisecond = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const local = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  const date = new Date(local);
  // Date.UTC rolls February 30 over to March and takes years below 100 for the twentieth century: neither was meant.
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const zone = (part(10) * 60 + part(11)) * (match[9] === '-' ? -1 : 1);
  return withinYears(local - zone * 60_000);
}

/** Postgres and the ISO format both hold the years 1 to 9999. */
function withinYears(milliseconds: number): Date | null {
  const year = new Date(milliseconds).getUTCFullYear();
  return year >= 1 && year <= 9999 ? new Date(milliseconds) : null;
}
