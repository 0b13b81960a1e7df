import { type LogEvent, severityFromWord } from '@/lib/events';
import { parseSmallCount } from './addresses';
import type { ReadContext } from './read-context';
import { SyslogTimeScanner } from './syslog-time';

const SPACE = 32;
const COLON = 58;
const HOSTS = 'syslog-hosts';
const TOKEN_MAX = 255;

/** Programs that write no process id and still show that the word before them is a host. */
const PIDLESS: ReadonlySet<string> = new Set(['kernel', 'sudo', 'su', 'systemd', 'audispd']);
/** What systemd calls units; journalctl prints one instead of the program (-o with-unit). */
const UNIT = /^(.{1,200})\.(?:service|scope|socket|timer|mount|automount|swap|path|slice|target|device)$/;

const VERSIONED = /^([A-Za-z][\w-]{1,40}) \d{1,4}(?:\.\d{1,6}){1,3}: /;
/** What is left of `login -- ann` where only the end of a title becomes the name. */
const LOGIN_TITLE = /^-- \S{1,64}\[(\d{1,10})\]: /;
const ODD_PROGRAM_MAX = 100;

/**
 * The line that syslog daemons and journalctl share: a time, the host, and `program[pid]:` (RFC 3164 section 4.1; systemd,
 * logs-show.c output_short).
 */
export class SyslogLineScanner {
  readonly time = new SyslogTimeScanner();
  /** Whether the program is named as only syslog's callers did: `su(pam_unix)[77]`. */
  daemons = false;

  private timed = false;
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
    if (!this.time.scan(text, at)) return false;
    this.timed = true;
    this.contentStart = this.time.end;
    return this.scanNames(text, context, this.time.iso);
  }

  /** Reads the names that stand at `at`, behind something that is no time of the day. */
  scanUntimed(text: string, at: number, context: ReadContext): boolean {
    this.prioritized = false;
    this.timed = false;
    this.contentStart = at;
    return this.scanNames(text, context, true) && this.pid !== null;
  }

  /** Whether the line names its machine or its program. */
  get named(): boolean {
    return this.host !== null || this.program !== null;
  }

  /** Fills the event with what the head told, and answers the content; null when the day is in no calendar. */
  fill(text: string, event: LogEvent, context: ReadContext): string | null {
    if (this.timed && !this.time.set(event, context)) return null;
    if (this.host !== null) {
      event.node = machineOf(this.host);
      if (this.program !== null) rememberHost(context, this.host);
    }
    const unit = this.program === null ? null : UNIT.exec(this.program);
    if (unit !== null) event.unit ??= this.program;
    event.component ??= unit === null ? this.program : (unit[1] ?? null);
    event.pid = this.pid ?? event.pid;
    return text.slice(this.contentStart);
  }

  /**
   * `host program[pid]: `. A time without a year makes a syslog line by itself, so the names may be missing there; an ISO
   * time does not, so there the names must be convincing.
   */
  private scanNames(text: string, context: ReadContext, strict: boolean): boolean {
    this.host = null;
    this.program = null;
    this.pid = null;
    this.daemons = false;
    const content = this.contentStart;
    const start = endOfBlanks(text, content);
    const hostEnd = endOfToken(text, start);
    if (this.scanProgram(text, start, hostEnd) && !strict && this.pid !== null) return true;
    this.program = null;
    this.pid = null;
    const host = text.slice(start, hostEnd);
    const usual = isHost(host);
    if (!(usual || (!strict && mayBeHost(host)))) return !strict;
    const known = context.headers.get(HOSTS)?.includes(host) === true;
    const programStart = endOfBlanks(text, hostEnd + 1);
    const named =
      this.scanProgram(text, programStart, endOfToken(text, programStart)) ||
      (!strict && this.scanOddProgram(text, programStart));
    // A word that no machine is called is one only before a program with its process.
    if (!usual && this.pid === null) return this.forget(content);
    const convincing = known || this.pid !== null || PIDLESS.has(this.program ?? '') || looksLikeMachine(host);
    if (strict && !(named && convincing)) return false;
    if (named || known || (this.prioritized && looksLikeMachine(host))) {
      this.host = host;
      if (!named) this.contentStart = hostEnd + 1;
    }
    return true;
  }

  /** Names nothing: all from `contentStart` on is content. */
  private forget(contentStart: number): boolean {
    this.program = null;
    this.contentStart = contentStart;
    return true;
  }

  /** A daemon that says its version, `syslogd 1.4.1: restart.`, or login(1), whose title names the user: `-- ann[77]: `. */
  private scanOddProgram(text: string, from: number): boolean {
    const opening = text.slice(from, from + ODD_PROGRAM_MAX);
    const login = LOGIN_TITLE.exec(opening);
    const match = login ?? VERSIONED.exec(opening);
    if (match === null) return false;
    this.program = login === null ? (match[1] ?? null) : 'login';
    this.pid = login === null ? null : parseSmallCount(match[1] ?? '');
    this.contentStart = from + match[0].length;
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
    this.daemons = name.endsWith('(pam_unix)');
    this.program = programName(name);
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

/** Relays may put themselves before the machine: `relay/host`, `source@host` (syslog-ng, chain_hostnames). */
function machineOf(host: string): string {
  const name = host.slice(Math.max(host.lastIndexOf('/'), host.lastIndexOf('@')) + 1);
  return name === '' ? host : name;
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
  return word.length > 0 && word.length < TOKEN_MAX && /^[A-Za-z0-9][\w.:/@-]*$/.test(word) && !word.endsWith(':');
}

/** A name that no machine has but a published log may have instead: `#8#`. */
function mayBeHost(word: string): boolean {
  return word.length < TOKEN_MAX && /^[\w.:/@#*-]+$/.test(word) && /[A-Za-z0-9]/.test(word) && !word.endsWith(':');
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
