import type { LogEvent } from '@/lib/events';
import { monthNumber } from './month-names';
import type { ReadContext } from './read-context';
import { dayMicros, isDigit, TimestampScanner, twoDigits } from './timestamps';
import { zoneMinutes } from './zone-names';

const SPACE = 32;
const COMMA = 44;
const MINUS = 45;
const SLASH = 47;
const COLON = 58;

const MINUTE = 60_000_000;
const HALF_DAY = 43_200_000_000;

/** What Go's `time.Time.String` puts behind an offset: the zone's name, and how far the process's own clock had come. */
const GO_TAIL = /^ (?:[A-Z]{2,5}|[+-]\d{2}(?:\d{2})?)(?: m=[+-]\d{1,12}\.\d{1,9})?(?=[\s\],]|$)/;

/**
 * Reads the dates that programs write besides ISO 8601; the month is a name, so that they cannot be mistaken:
 * - `02-Jan-2024 03:04:05.678` (Tomcat, PHP, BIND), `02/Jan/2024:03:04:05 +0100` (Apache), `02 Jan 2024 03:04:05.678` (Redis,
 *   log4j's DATE)
 * - `Tue Jan  2 03:04:05.678 2024` (C's asctime, Apache's error log)
 * - `Jan 2, 2024 3:04:05 AM` (Java's medium style), with a fraction in WebLogic
 * - `2024-01-02  3:04:05` (MariaDB pads the hour with a space)
 * And ISO 8601 itself. Like `TimestampScanner` it makes no objects.
 */
export class DateTimeScanner {
  /** Microseconds since the epoch; without a zone, as if it were UTC. */
  micros = 0;
  /** The place after the last character of the time. */
  end = 0;
  zoned = false;
  fractionDigits = 0;

  private readonly time = new TimestampScanner();

  scan(text: string, at: number): boolean {
    const first = text.charCodeAt(at);
    if (isDigit(first)) return isDigit(text.charCodeAt(at + 3)) ? this.scanIso(text, at) : this.scanDayFirst(text, at);
    const letter = first >= 65 && first <= 90;
    return letter && (this.scanAsctime(text, at) || this.scanMedium(text, at));
  }

  /** Goes on over the name of a zone behind the time (` PDT`, Go's ` +0200 CEST m=+1.5`), if one that is certain stands there. */
  scanZoneName(text: string): void {
    if (text.charCodeAt(this.end) !== SPACE) return;
    const next = text.charCodeAt(this.end + 1);
    if (this.zoned) {
      const tail = GO_TAIL.exec(text.slice(this.end, this.end + 40))?.[0];
      const known = tail !== undefined && (tail.includes(' m=') || zoneMinutes(tail.slice(1)) !== null);
      if (known) this.end += tail.length;
    } else if (next >= 65 && next <= 90) {
      const name = /^[A-Z]{2,4}(?![A-Za-z])/.exec(text.slice(this.end + 1, this.end + 6))?.[0] ?? '';
      const minutes = zoneMinutes(name);
      if (minutes === null) return;
      this.micros -= minutes * MINUTE;
      this.zoned = true;
      this.end += name.length + 1;
    }
  }

  /** Gives the event the time that was scanned. */
  set(event: LogEvent, context: ReadContext): void {
    if (this.zoned) context.clock.setFull(event, this.micros);
    else context.clock.setWithoutZone(event, this.micros);
  }

  private scanIso(text: string, at: number): boolean {
    if (this.time.scanDateTime(text, at)) return this.take(0);
    const padded = text.charCodeAt(at + 10) === SPACE && text.charCodeAt(at + 11) === SPACE;
    if (!padded || text.charCodeAt(at + 4) !== MINUS || text.charCodeAt(at + 7) !== MINUS) return false;
    const day = dayMicros(yearAt(text, at), twoDigits(text, at + 5), twoDigits(text, at + 8));
    return this.scanShortClock(text, at + 12) && this.take(day);
  }

  /** Day, month by name, year, with `-`, `/` or a space between, and a clock behind a space or a colon. */
  private scanDayFirst(text: string, at: number): boolean {
    const between = text.charCodeAt(at + 2);
    if (between !== MINUS && between !== SLASH && between !== SPACE) return false;
    if (text.charCodeAt(at + 6) !== between) return false;
    const behind = text.charCodeAt(at + 11);
    if (behind !== SPACE && behind !== COLON) return false;
    const month = monthNumber(text.slice(at + 3, at + 6));
    const day = dayMicros(yearAt(text, at + 7), month, twoDigits(text, at));
    if (Number.isNaN(day) || !this.time.scanClock(text, at + 12)) return false;
    this.time.scanZone(text);
    return this.take(day);
  }

  private scanAsctime(text: string, at: number): boolean {
    if (text.charCodeAt(at + 3) !== SPACE || text.charCodeAt(at + 7) !== SPACE) return false;
    const month = monthNumber(text.slice(at + 4, at + 7));
    if (month === 0 || !this.time.scanClock(text, at + 11)) return false;
    const { end } = this.time;
    const year = yearAt(text, end + 1);
    if (text.charCodeAt(end) !== SPACE || isDigit(text.charCodeAt(end + 5))) return false;
    if (!this.take(dayMicros(year, month, paddedNumber(text, at + 8)))) return false;
    this.end = end + 5;
    return true;
  }

  /** `Jan 2, 2024 3:04:05 AM`, or with ` PM`; 24 hours where neither stands. */
  private scanMedium(text: string, at: number): boolean {
    if (text.charCodeAt(at + 3) !== SPACE) return false;
    const digits = isDigit(text.charCodeAt(at + 5)) ? 2 : 1;
    const comma = at + 4 + digits;
    if (text.charCodeAt(comma) !== COMMA || text.charCodeAt(comma + 1) !== SPACE) return false;
    const month = monthNumber(text.slice(at, at + 3));
    const day = digits === 2 ? twoDigits(text, at + 4) : text.charCodeAt(at + 4) - 48;
    const date = dayMicros(yearAt(text, comma + 2), month, day);
    let clock = comma + 6;
    if (text.charCodeAt(clock) === COMMA) clock++;
    if (Number.isNaN(date) || text.charCodeAt(clock) !== SPACE) return false;
    return this.scanShortClock(text, clock + 1) && this.take(date + this.halfDay(text));
  }

  /** `3:04:05` or `03:04:05`. */
  private scanShortClock(text: string, at: number): boolean {
    if (text.charCodeAt(at + 1) !== COLON) return this.time.scanClock(text, at);
    // The scanner wants two digits: the hour is added afterwards.
    const hour = text.charCodeAt(at) - 48;
    if (!(hour >= 0 && hour <= 9) || !this.time.scanClock(`00${text.slice(at + 1, at + 24)}`, 0)) return false;
    this.time.micros += hour * 3_600_000_000;
    this.time.end += at - 1;
    return true;
  }

  /** What ` AM` or ` PM` behind the clock adds to it; Java puts a narrow no-break space before it in newer versions. */
  private halfDay(text: string): number {
    const { end, micros } = this.time;
    const mark = text.slice(end + 1, end + 3);
    if (mark !== 'AM' && mark !== 'PM') return 0;
    this.time.end += 3;
    const noon = micros >= HALF_DAY;
    if (mark === 'AM') return noon ? -HALF_DAY : 0;
    return noon ? 0 : HALF_DAY;
  }

  private take(day: number): boolean {
    if (Number.isNaN(day)) return false;
    this.micros = day + this.time.micros;
    this.end = this.time.end;
    this.zoned = this.time.zoned;
    this.fractionDigits = this.time.fractionDigits;
    return true;
  }
}

/** Four digits at `at`; NaN where there are none. */
function yearAt(text: string, at: number): number {
  const century = twoDigits(text, at);
  const year = twoDigits(text, at + 2);
  return century < 0 || year < 0 ? Number.NaN : century * 100 + year;
}

/** ` 2`, `02` or `12` as a number. */
function paddedNumber(text: string, at: number): number {
  return text.charCodeAt(at) === SPACE ? text.charCodeAt(at + 1) - 48 : twoDigits(text, at);
}
