import { type LogEvent, severityFromWord } from '@/lib/events';
import { parseSmallCount } from './addresses';
import { monthNumber } from './month-names';
import type { ReadContext } from './read-context';
import { dayMicros, isDigit, TimestampScanner, twoDigits } from './timestamps';

const SPACE = 32;
const COLON = 58;
const UPPER_T = 84;
const HOSTS = 'syslog-hosts';
const TOKEN_MAX = 255;

/** Programs that write no process id and still show that the word before them is a host. */
const PIDLESS: ReadonlySet<string> = new Set(['kernel', 'sudo', 'su', 'systemd', 'audispd']);

/**
 * The line that syslog daemons and journalctl share: a time without a year (`Mar  4 14:51:17`, perhaps with a fraction) or an
 * ISO one, the host, and `program[pid]:` (RFC 3164 section 4.1; systemd, logs-show.c output_short).
 */
export class SyslogLineScanner {
  /** Whether the time is ISO 8601, with a year. */
  iso = false;
  /** Whether the day of a time without a year is padded with a space, as syslog daemons do and journalctl does not. */
  dayPadded = false;
  fractionDigits = 0;
  /** Whether an ISO zone has a colon, as rsyslog writes it and journalctl does not. */
  zoneColon = false;

  private readonly time = new TimestampScanner();
  private micros = 0;
  private year: number | null = null;
  private month = 0;
  private day = 0;
  private host: string | null = null;
  private program: string | null = null;
  private pid: number | null = null;
  private contentStart = 0;
  private prioritized = false;

  /**
   * Reads the head of the line at `at`; false when it has none. Nothing is set on the event yet. Behind a priority the host
   * must stand, so there it counts even if no program follows.
   */
  scan(text: string, at: number, context: ReadContext): boolean {
    this.prioritized = at > 0;
    const first = text.charCodeAt(at);
    if (isDigit(first)) return this.scanIso(text, at) && this.scanNames(text, context, true);
    return this.scanBsd(text, at) && this.scanNames(text, context, false);
  }

  /** Whether the line names its machine or its program. */
  get named(): boolean {
    return this.host !== null || this.program !== null;
  }

  /** Fills the event with what the head told, and answers the content; null when the day is in no calendar. */
  fill(text: string, event: LogEvent, context: ReadContext): string | null {
    if (!this.iso) {
      if (!this.setBsdTime(event, context)) return null;
    } else if (this.time.zoned) context.clock.setFull(event, this.micros);
    else context.clock.setWithoutZone(event, this.micros);
    if (this.host !== null) {
      event.node = this.host;
      if (this.program !== null) rememberHost(context, this.host);
    }
    event.component ??= this.program;
    event.pid = this.pid ?? event.pid;
    return text.slice(this.contentStart);
  }

  private setBsdTime(event: LogEvent, context: ReadContext): boolean {
    if (this.year === null) return context.clock.setWithoutYear(event, this.month, this.day, this.micros);
    const day = dayMicros(this.year, this.month, this.day);
    if (Number.isNaN(day)) return false;
    context.clock.setWithoutZone(event, day + this.micros);
    return true;
  }

  private scanIso(text: string, at: number): boolean {
    if (text.charCodeAt(at + 10) !== UPPER_T || !this.time.scanDateTime(text, at)) return false;
    if (this.time.fractionDigits > 6 || text.charCodeAt(this.time.end) !== SPACE) return false;
    this.iso = true;
    this.micros = this.time.micros;
    this.fractionDigits = this.time.fractionDigits;
    this.zoneColon = text.charCodeAt(this.time.end - 3) === COLON;
    this.contentStart = this.time.end + 1;
    return true;
  }

  private scanBsd(text: string, at: number): boolean {
    let end = at;
    while (end < at + 6 && text.charCodeAt(end) !== SPACE) end++;
    const padded = text.charCodeAt(end + 1) === SPACE;
    const tens = padded ? 0 : text.charCodeAt(end + 1) - 48;
    const ones = text.charCodeAt(end + 2) - 48;
    if (!(tens >= 0 && tens <= 3 && ones >= 0 && ones <= 9) || text.charCodeAt(end + 3) !== SPACE) return false;
    this.month = monthNumber(text.slice(at, end));
    this.year = yearAt(text, end + 4);
    if (this.month === 0 || !this.time.scanClock(text, this.year === null ? end + 4 : end + 9)) return false;
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
    const start = endOfBlanks(text, this.contentStart);
    const hostEnd = endOfToken(text, start);
    if (this.scanProgram(text, start, hostEnd) && !strict && this.pid !== null) return true;
    this.program = null;
    this.pid = null;
    const host = text.slice(start, hostEnd);
    if (!isHost(host)) return !strict;
    const known = context.headers.get(HOSTS)?.includes(host) === true;
    const programStart = endOfBlanks(text, hostEnd + 1);
    const named = this.scanProgram(text, programStart, endOfToken(text, programStart));
    const convincing = known || this.pid !== null || PIDLESS.has(this.program ?? '') || looksLikeMachine(host);
    if (strict && !(named && convincing)) return false;
    if (named || known || (this.prioritized && looksLikeMachine(host))) {
      this.host = host;
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
    this.program = programName(match[1] ?? '');
    this.pid = match[2] === undefined ? null : parseSmallCount(match[2]);
    // Blanks that a program prints are those of its stack traces; those behind a bare name pad it.
    this.contentStart = this.pid === null ? endOfBlanks(text, to) : Math.min(to + 1, text.length);
    return true;
  }
}

/** Without the folder of its file (`/usr/sbin/cron`) and the module in brackets (`su(pam_unix)`). */
function programName(token: string): string {
  const paren = token.indexOf('(');
  const name = paren > 0 ? token.slice(0, paren) : token;
  const folder = name.startsWith('/') ? name.lastIndexOf('/') : -1;
  return folder === name.length - 1 ? name : name.slice(folder + 1);
}

function endOfBlanks(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === SPACE) end++;
  return end;
}

function endOfToken(text: string, at: number): number {
  const limit = Math.min(text.length, at + TOKEN_MAX);
  let end = at;
  while (end < limit && text.charCodeAt(end) !== SPACE) end++;
  return end;
}

function isHost(word: string): boolean {
  return word.length > 0 && word.length < TOKEN_MAX && /^[A-Za-z0-9][\w.:/-]*$/.test(word) && !word.endsWith(':');
}

/** Network devices and syslog-ng may put the year between day and time: `Mar  4 2025 14:51:17`. */
function yearAt(text: string, at: number): number | null {
  if (text.charCodeAt(at + 4) !== SPACE) return null;
  const century = twoDigits(text, at);
  const year = twoDigits(text, at + 2);
  return century < 19 || year < 0 ? null : century * 100 + year;
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
