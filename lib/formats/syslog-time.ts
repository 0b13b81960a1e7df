import type { LogEvent } from '@/lib/events';
import { isDayName } from './day-names';
import { monthNumber } from './month-names';
import type { ReadContext } from './read-context';
import { dayMicros, isDigit, TimestampScanner, twoDigits } from './timestamps';
import { zoneMinutes } from './zone-names';

const SPACE = 32;
const DOT = 46;
const COLON = 58;
const UPPER_T = 84;
const MINUTE = 60_000_000;
const DAY_NAME_MAX = 6;

/**
 * The times with which syslog daemons and journalctl open a line (RFC 3164 section 4.1.2; rsyslog's RSYSLOG_FileFormat;
 * systemd, logs-show.c output_short and its siblings; Cisco IOS and syslog-ng for a year).
 */
export class SyslogTimeScanner {
  /** Whether the time has its year: ISO 8601, seconds since 1970, or a date with the day's name. */
  iso = false;
  /** Whether the day of a time without a year is padded with a space, as syslog daemons do and journalctl does not. */
  dayPadded = false;
  /** Whether an ISO zone has a colon, as rsyslog writes it and journalctl did not before systemd 255. */
  zoneColon = false;
  /** Whether only journalctl writes the time so. */
  journals = false;
  /** The place after the space behind the time. */
  end = 0;

  private readonly time = new TimestampScanner();
  private zoned = false;
  private micros = 0;
  private year: number | null = null;
  private month = 0;
  private day = 0;

  /** Reads the time at `at`; false when there is none. Nothing is set on an event yet. */
  scan(text: string, at: number): boolean {
    this.journals = false;
    this.zoneColon = false;
    if (!isDigit(text.charCodeAt(at)))
      return mayFollowName(text, at) && (this.scanBsd(text, at) || this.scanFull(text, at));
    if (this.scanIso(text, at) || this.scanUnix(text, at)) return true;
    // syslog-ng may put the year first.
    const year = yearAt(text, at);
    if (year === null || !this.scanBsd(text, at + 5)) return false;
    this.year = year;
    return true;
  }

  /** Gives the event the time just read; false when no calendar has its day. */
  set(event: LogEvent, context: ReadContext): boolean {
    if (this.iso) {
      if (this.zoned) context.clock.setFull(event, this.micros);
      else context.clock.setWithoutZone(event, this.micros);
      return true;
    }
    if (this.year === null) return context.clock.setWithoutYear(event, this.month, this.day, this.micros);
    const day = dayMicros(this.year, this.month, this.day);
    if (Number.isNaN(day)) return false;
    context.clock.setWithoutZone(event, day + this.micros);
    return true;
  }

  private scanIso(text: string, at: number): boolean {
    if (text.charCodeAt(at + 10) !== UPPER_T || !this.time.scanDateTime(text, at)) return false;
    const { end, fractionDigits, micros, zoned } = this.time;
    if (fractionDigits > 6 || text.charCodeAt(end) !== SPACE) return false;
    this.zoneColon = text.charCodeAt(end - 3) === COLON;
    return this.accept(micros, zoned, end);
  }

  /** `1714979289.123456 `: journalctl -o short-unix. */
  private scanUnix(text: string, at: number): boolean {
    if (text.charCodeAt(at + 10) !== DOT || text.charCodeAt(at + 17) !== SPACE) return false;
    if (!/^\d{10}\.\d{6}$/.test(text.slice(at, at + 17))) return false;
    this.journals = true;
    const micros = Number(text.slice(at, at + 10)) * 1_000_000 + Number(text.slice(at + 11, at + 17));
    return this.accept(micros, true, at + 17);
  }

  /** `Mon 2024-05-06 07:08:09 CEST `: journalctl -o short-full, with-unit. The day is in the language of the machine. */
  private scanFull(text: string, at: number): boolean {
    const space = text.slice(at, at + DAY_NAME_MAX).indexOf(' ');
    if (!isDayName(text.slice(at, at + space)) || !this.time.scanDateTime(text, at + space + 1)) return false;
    const { end, micros, zoned } = this.time;
    const zone = zoned ? null : /^ ([A-Z]{2,5}|[+-]\d\d(?:\d\d)?) /.exec(text.slice(end, end + 8));
    const minutes = zone === null ? null : zoneMinutes(zone[1] ?? '');
    const zoneEnd = zone === null ? end : end + zone[0].length - 1;
    if (text.charCodeAt(zoneEnd) !== SPACE) return false;
    this.journals = true;
    return this.accept(micros - (minutes ?? 0) * MINUTE, zoned || minutes !== null, zoneEnd);
  }

  private accept(micros: number, zoned: boolean, end: number): boolean {
    this.iso = true;
    this.micros = micros;
    this.zoned = zoned;
    this.end = end + 1;
    return true;
  }

  /** `Mar  4 14:51:17 `, perhaps with a fraction, or with a year before the clock. */
  private scanBsd(text: string, at: number): boolean {
    let month = at;
    while (month < at + 6 && text.charCodeAt(month) !== SPACE) month++;
    const padded = text.charCodeAt(month + 1) === SPACE;
    // Where white space was folded on the way, a day below ten stands alone.
    const alone = text.charCodeAt(month + 2) === SPACE;
    const tens = padded || alone ? 0 : text.charCodeAt(month + 1) - 48;
    const end = alone ? month + 2 : month + 3;
    const ones = text.charCodeAt(end - 1) - 48;
    if (!(tens >= 0 && tens <= 3 && ones >= 0 && ones <= 9) || text.charCodeAt(end) !== SPACE) return false;
    this.month = monthNumber(text.slice(at, month));
    this.year = yearAt(text, end + 1);
    if (this.month === 0 || !this.time.scanClock(text, this.year === null ? end + 1 : end + 6)) return false;
    if (text.charCodeAt(this.time.end) !== SPACE) return false;
    this.iso = false;
    this.dayPadded = padded;
    this.day = tens * 10 + ones;
    this.micros = this.time.micros;
    this.end = this.time.end + 1;
    return true;
  }
}

/** Whether a short word and the first digit of a date stand at `at`: lines that open with a word are many. */
function mayFollowName(text: string, at: number): boolean {
  let space = at;
  while (space < at + DAY_NAME_MAX && text.charCodeAt(space) !== SPACE) space++;
  const next = text.charCodeAt(space + 1);
  return isDigit(next) || (next === SPACE && isDigit(text.charCodeAt(space + 2)));
}

/** Four digits and a space; null when something else stands there. */
function yearAt(text: string, at: number): number | null {
  if (text.charCodeAt(at + 4) !== SPACE) return null;
  const century = twoDigits(text, at);
  const year = twoDigits(text, at + 2);
  return century < 19 || year < 0 ? null : century * 100 + year;
}
