const ZERO = 48;
const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const DOT = 46;
const SLASH = 47;
const COLON = 58;
const SPACE = 32;
const UPPER_T = 84;
const UPPER_Z = 90;

/**
 * Microseconds from 1970-01-01 to the start of a day of the proleptic Gregorian calendar, by arithmetic alone
 * (Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil). NaN for a day that no calendar has.
 */
export function dayMicros(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month)) return Number.NaN;
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) * 86_400_000_000;
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The two digits at `at` as a number, or -1. */
export function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

export function isDigit(code: number): boolean {
  return code >= ZERO && code <= ZERO + 9;
}

/** What the latest look for a date and time found: a dozen formats ask about the same place of the same line, one by one. */
let latest = { text: '', at: -1, found: false, micros: 0, end: 0, zoned: false, fractionDigits: 0 };

/**
 * Reads times out of text without making objects: a format keeps one scanner and looks at its fields after each call that
 * answered true. Fields are meaningless after false.
 */
export class TimestampScanner {
  /** Microseconds since the epoch (`scanDateTime`) or since midnight (`scanClock`). */
  micros = 0;
  /** The place after the last character of the time. */
  end = 0;
  /** Whether the text names a zone; without one, `micros` reads it as UTC. */
  zoned = false;
  /** How many digits the fraction of the second has. */
  fractionDigits = 0;

  /**
   * `YYYY-MM-DD hh:mm:ss` with `T` or one space between, `-`, `/` or `.` in the date, `.` or `,` before a fraction of any length
   * (cut to microseconds), and `Z`, `+hh:mm`, `+hhmm`, ` +hhmm` or ` UTC` behind (RFC 3339, ISO 8601, Go's and log4j's).
   */
  scanDateTime(text: string, at: number): boolean {
    const separator = text.charCodeAt(at + 4);
    if (separator !== MINUS && separator !== SLASH && separator !== DOT) return false;
    if (text.charCodeAt(at + 7) !== separator) return false;
    const between = text.charCodeAt(at + 10);
    if (between !== UPPER_T && between !== SPACE) return false;
    if (latest.at !== at || latest.text !== text) {
      const found = this.readDateTime(text, at);
      const { micros, end, zoned, fractionDigits } = this;
      latest = { text, at, found, micros, end, zoned, fractionDigits };
      return found;
    }
    this.micros = latest.micros;
    this.end = latest.end;
    this.zoned = latest.zoned;
    this.fractionDigits = latest.fractionDigits;
    return latest.found;
  }

  private readDateTime(text: string, at: number): boolean {
    const century = twoDigits(text, at);
    const year = twoDigits(text, at + 2);
    if (century < 0 || year < 0) return false;
    const day = dayMicros(century * 100 + year, twoDigits(text, at + 5), twoDigits(text, at + 8));
    if (Number.isNaN(day) || !this.scanClock(text, at + 11)) return false;
    this.micros += day;
    this.scanZone(text);
    return true;
  }

  /** `hh:mm:ss` with an optional fraction; `micros` counts from midnight. A leap second counts as the next minute. */
  scanClock(text: string, at: number): boolean {
    if (text.charCodeAt(at + 2) !== COLON || text.charCodeAt(at + 5) !== COLON) return false;
    const hour = twoDigits(text, at);
    const minute = twoDigits(text, at + 3);
    const second = twoDigits(text, at + 6);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return false;
    this.micros = ((hour * 60 + minute) * 60 + second) * 1_000_000;
    this.end = at + 8;
    this.zoned = false;
    this.scanFraction(text);
    return true;
  }

  private scanFraction(text: string): void {
    this.fractionDigits = 0;
    const mark = text.charCodeAt(this.end);
    // `03:04:05:678` is an older habit of Java's; it has milliseconds and a space behind.
    const colon = mark === COLON && text.charCodeAt(this.end + 4) === SPACE;
    if ((mark !== DOT && mark !== COMMA && !colon) || !isDigit(text.charCodeAt(this.end + 1))) return;
    const start = this.end + 1;
    let unit = 100_000;
    let at = start;
    for (; ; at++) {
      const digit = text.charCodeAt(at) - ZERO;
      if (!(digit >= 0 && digit <= 9)) break;
      if (unit >= 1) this.micros += digit * unit;
      unit /= 10;
    }
    this.fractionDigits = at - start;
    this.end = at;
  }

  /** Reads a zone that stands at `end`, if one does. */
  scanZone(text: string): void {
    const code = text.charCodeAt(this.end);
    if (code === UPPER_Z) {
      this.end++;
      this.zoned = true;
    } else if (code === PLUS || code === MINUS) {
      this.scanOffset(text, this.end);
    } else if (code === SPACE) {
      const next = text.charCodeAt(this.end + 1);
      if (next === PLUS || next === MINUS) this.scanOffset(text, this.end + 1);
      else if (text.startsWith('UTC', this.end + 1) && !isLetter(text.charCodeAt(this.end + 4))) {
        this.end += 4;
        this.zoned = true;
      }
    }
  }

  private scanOffset(text: string, at: number): void {
    const hours = twoDigits(text, at + 1);
    if (hours < 0 || hours > 23) return;
    const colon = text.charCodeAt(at + 3) === COLON ? 1 : 0;
    const minutes = twoDigits(text, at + 3 + colon);
    if (minutes < 0 || minutes > 59 || isDigit(text.charCodeAt(at + 5 + colon))) return;
    const offset = (hours * 60 + minutes) * 60_000_000;
    this.micros -= text.charCodeAt(at) === MINUS ? -offset : offset;
    this.end = at + 5 + colon;
    this.zoned = true;
  }
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
