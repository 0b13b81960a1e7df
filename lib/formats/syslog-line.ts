import { type LogEvent, severityFromWord } from '@/lib/events';
import { parseSmallCount } from './addresses';
import { isDayName } from './day-names';
import { monthNumber } from './month-names';
import type { ReadContext } from './read-context';
import { dayMicros, isDigit, TimestampScanner, twoDigits } from './timestamps';
import { zoneMinutes } from './zone-names';

const SPACE = 32;
const COLON = 58;
const UPPER_T = 84;
const DOT = 46;
const MINUTE = 60_000_000;
const DAY_NAME_MAX = 6;
const HOSTS = 'syslog-hosts';
const TOKEN_MAX = 255;

/** Programs that write no process id and still show that the word before them is a host. */
const PIDLESS: ReadonlySet<string> = new Set(['kernel', 'sudo', 'su', 'systemd', 'audispd']);

/** What systemd calls units; journalctl prints one instead of the program (-o with-unit). */
const UNIT = /^(.{1,200})\.(?:service|scope|socket|timer|mount|automount|swap|path|slice|target|device)$/;

/**
 * The line that syslog daemons and journalctl share: a time without a year (`Mar  4 14:51:17`, perhaps with a fraction, or with
 * a year after all), an ISO one, one with the day's name and the zone, or seconds since 1970; the host, and `program[pid]:`
 * (RFC 3164 section 4.1; systemd, logs-show.c output_short; syslog-ng and Cisco IOS for the year).
 */
export class SyslogLineScanner {
  /** Whether the time is ISO 8601, with a year. */
  iso = false;
  /** Whether the day of a time without a year is padded with a space, as syslog daemons do and journalctl does not. */
  dayPadded = false;
  fractionDigits = 0;
  /** Whether only journalctl writes the time so. */
  journals = false;
  /** Whether the program is named as only syslog's callers did: `su(pam_unix)[77]`. */
  daemons = false;
  /** Whether an ISO zone has a colon, as rsyslog writes it and journalctl does not. */
  zoneColon = false;

  private readonly time = new TimestampScanner();
  /** Whether an ISO time names its zone. */
  private zoned = false;
  private year: number | null = null;
  private micros = 0;
  private month = 0;
  private day = 0;
  private host: string | null = null;
  private program: string | null = null;
  private pid: number | null = null;
  private contentStart = 0;

  /** Reads the head of the line at `at`; false when it has none. Nothing is set on the event yet. */
  scan(text: string, at: number, context: ReadContext): boolean {
    this.journals = false;
    this.daemons = false;
    this.year = null;
    if (isDigit(text.charCodeAt(at))) {
      if (this.scanIso(text, at) || this.scanUnix(text, at)) return this.scanNames(text, context, true);
      const year = yearAt(text, at);
      if (year === null || !this.scanBsd(text, at + 5)) return false;
      this.year = year;
      return this.scanNames(text, context, false);
    }
    if (this.scanBsd(text, at)) return this.scanNames(text, context, false);
    return this.scanFull(text, at) && this.scanNames(text, context, true);
  }

  /** Reads the names that stand at `at`, behind a time that says nothing of the day (`[   12.345678] `). */
  scanUntimed(text: string, at: number, context: ReadContext): boolean {
    this.journals = true;
    this.year = null;
    this.iso = false;
    this.month = 0;
    this.contentStart = at;
    return this.scanNames(text, context, true) && this.pid !== null;
  }

  /** Fills the event with what the head told, and answers the content; null when the day is in no calendar. */
  fill(text: string, event: LogEvent, context: ReadContext): string | null {
    if (this.year !== null) {
      const day = dayMicros(this.year, this.month, this.day);
      if (Number.isNaN(day)) return null;
      context.clock.setWithoutZone(event, day + this.micros);
    } else if (!this.iso) {
      if (this.month !== 0 && !context.clock.setWithoutYear(event, this.month, this.day, this.micros)) return null;
    } else if (this.zoned) context.clock.setFull(event, this.micros);
    else context.clock.setWithoutZone(event, this.micros);
    if (this.host !== null) {
      event.node = this.host;
      if (this.program !== null) rememberHost(context, this.host);
    }
    const unit = this.program === null ? null : UNIT.exec(this.program);
    if (unit !== null) event.unit ??= this.program;
    event.component ??= unit === null ? this.program : (unit[1] ?? null);
    event.pid = this.pid ?? event.pid;
    return text.slice(this.contentStart);
  }

  private scanIso(text: string, at: number): boolean {
    if (text.charCodeAt(at + 10) !== UPPER_T || !this.time.scanDateTime(text, at)) return false;
    if (this.time.fractionDigits > 6 || text.charCodeAt(this.time.end) !== SPACE) return false;
    this.iso = true;
    this.zoned = this.time.zoned;
    this.micros = this.time.micros;
    this.fractionDigits = this.time.fractionDigits;
    this.zoneColon = text.charCodeAt(this.time.end - 3) === COLON;
    this.contentStart = this.time.end + 1;
    return true;
  }

  /** `1714979289.123456 `: journalctl -o short-unix. */
  private scanUnix(text: string, at: number): boolean {
    if (text.charCodeAt(at + 10) !== DOT || text.charCodeAt(at + 17) !== SPACE) return false;
    if (!/^\d{10}\.\d{6}$/.test(text.slice(at, at + 17))) return false;
    this.iso = true;
    this.zoned = true;
    this.journals = true;
    this.micros = Number(text.slice(at, at + 10)) * 1_000_000 + Number(text.slice(at + 11, at + 17));
    this.fractionDigits = 6;
    this.contentStart = at + 18;
    return true;
  }

  /** `Mon 2024-05-06 07:08:09 CEST `: journalctl -o short-full, with-unit. The day is in the language of the machine. */
  private scanFull(text: string, at: number): boolean {
    const space = text.slice(at, at + DAY_NAME_MAX).indexOf(' ');
    if (!isDayName(text.slice(at, at + space)) || !this.time.scanDateTime(text, at + space + 1)) return false;
    this.micros = this.time.micros;
    this.zoned = this.time.zoned;
    let end = this.time.end;
    const zone = this.zoned ? null : /^ ([A-Z]{2,5}|[+-]\d\d(?:\d\d)?) /.exec(text.slice(end, end + 8));
    if (zone !== null) {
      const minutes = zoneMinutes(zone[1] ?? '');
      this.zoned = minutes !== null;
      this.micros -= (minutes ?? 0) * MINUTE;
      end += zone[0].length - 1;
    }
    if (text.charCodeAt(end) !== SPACE) return false;
    this.iso = true;
    this.journals = true;
    this.fractionDigits = this.time.fractionDigits;
    this.contentStart = end + 1;
    return true;
  }

  private scanBsd(text: string, at: number): boolean {
    let end = at;
    while (end < at + 6 && text.charCodeAt(end) !== SPACE) end++;
    const padded = text.charCodeAt(end + 1) === SPACE;
    // Where white space was folded on the way, a day below ten stands alone.
    const alone = text.charCodeAt(end + 2) === SPACE;
    if (alone) end--;
    const tens = padded || alone ? 0 : text.charCodeAt(end + 1) - 48;
    const ones = text.charCodeAt(end + 2) - 48;
    if (!(tens >= 0 && tens <= 3 && ones >= 0 && ones <= 9) || text.charCodeAt(end + 3) !== SPACE) return false;
    this.month = monthNumber(text.slice(at, alone ? end + 1 : end));
    const year = isDigit(text.charCodeAt(end + 7)) ? yearAt(text, end + 4) : null;
    if (this.month === 0 || !this.time.scanClock(text, year === null ? end + 4 : end + 9)) return false;
    this.year = year;
    if (text.charCodeAt(this.time.end) !== SPACE) return false;
    this.iso = false;
    this.dayPadded = padded;
    this.day = tens * 10 + ones;
    this.micros = this.time.micros;
    this.fractionDigits = this.time.fractionDigits;
    this.contentStart = this.time.end + 1;
    return true;
  }

  /**
   * `host program[pid]: `. A time without a year makes a syslog line by itself, so the names may be missing there; an ISO
   * time does not, so there the names must be convincing.
   */
  private scanNames(text: string, context: ReadContext, strict: boolean): boolean {
    this.host = null;
    this.program = null;
    this.pid = null;
    const start = this.contentStart;
    const hostEnd = endOfToken(text, start);
    if (this.scanProgram(text, start, hostEnd) && !strict && this.pid !== null) return true;
    this.program = null;
    this.pid = null;
    const host = text.slice(start, hostEnd);
    if (!isHost(host)) return !strict;
    const known = context.headers.get(HOSTS)?.includes(host) === true;
    const named = this.scanProgram(text, hostEnd + 1, endOfToken(text, hostEnd + 1));
    const convincing = known || this.pid !== null || PIDLESS.has(this.program ?? '') || looksLikeMachine(host);
    if (strict && !(named && convincing)) return false;
    if (named || known) {
      // Relays may put themselves before the machine: `relay/host`, `source@host` (syslog-ng, chain_hostnames).
      this.host = host.slice(Math.max(host.lastIndexOf('/'), host.lastIndexOf('@')) + 1);
      if (!named) this.contentStart = hostEnd + 1;
    }
    return true;
  }

  /** `program:`, `program[pid]:` between `from` and `to`. */
  private scanProgram(text: string, from: number, to: number): boolean {
    if (to - from < 2 || text.charCodeAt(to - 1) !== COLON || (to < text.length && text.charCodeAt(to) !== SPACE)) {
      return false;
    }
    const token = text.slice(from, to - 1);
    const match = /^([^\s:="'<>{}[\]]+)(?:\[(\d{1,10})\])?$/.exec(token);
    if (match === null) return false;
    const name = match[1] ?? '';
    const paren = name.indexOf('(');
    this.daemons = name.endsWith('(pam_unix)');
    const program = paren > 0 ? name.slice(0, paren) : name;
    this.program = program.startsWith('/') ? program.slice(program.lastIndexOf('/') + 1) : program;
    this.pid = match[2] === undefined ? null : parseSmallCount(match[2]);
    let content = to;
    while (text.charCodeAt(content) === SPACE) content++;
    this.contentStart = content;
    return true;
  }
}

/** Four digits and a space; null when something else stands there. */
function yearAt(text: string, at: number): number | null {
  const century = twoDigits(text, at);
  const year = twoDigits(text, at + 2);
  const plausible = century >= 19 && century <= 20 && year >= 0 && text.charCodeAt(at + 4) === SPACE;
  return plausible ? century * 100 + year : null;
}

function endOfToken(text: string, at: number): number {
  const limit = Math.min(text.length, at + TOKEN_MAX);
  let end = at;
  while (end < limit && text.charCodeAt(end) !== SPACE) end++;
  return end;
}

function isHost(word: string): boolean {
  return word.length > 0 && word.length < TOKEN_MAX && /^[A-Za-z0-9][\w.:/@-]*$/.test(word) && !word.endsWith(':');
}

/** Names of machines tell themselves from words of a sentence by a digit, a dash or a dot inside. */
function looksLikeMachine(host: string): boolean {
  return (host === 'localhost' || /[\d.-]/.test(host)) && severityFromWord(host) === null;
}

function rememberHost(context: ReadContext, host: string): void {
  const hosts = context.headers.get(HOSTS);
  if (hosts === undefined) context.headers.set(HOSTS, [host]);
  else if (!hosts.includes(host) && hosts.length < 32) context.headers.set(HOSTS, [...hosts, host]);
}
