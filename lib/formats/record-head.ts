import { type LogEvent, type Severity, severityFromWord } from '@/lib/events';
import { parseSmallCount } from './addresses';
import { endOfDashes, endOfPart, endOfSeparators, endOfSpaces, insideBrackets, PART_MAX } from './head-parts';
import { isInnerRecord } from './inner-record';
import { BEFORE_DASH, CODE_PLACE, DOTTED, JAVA_CLASS, PLAIN_NAME, QUALIFIED, SHORTENED } from './logger-names';
import { plainText } from './plain-text';
import { SeverityWordScanner } from './severity-word';

const OPEN_PAREN = 40;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;

/** Thread, logger and process id may stand before the severity; more words than that are the message. */
const WORDS_BEFORE_MAX = 4;
const PARTS_BEHIND_MAX = 8;

/** PHP's Monolog, and Laravel with it: `channel.LEVEL: message`. */
const MONOLOG = /^([\w-]{1,60})\.(DEBUG|INFO|NOTICE|WARNING|ERROR|CRITICAL|ALERT|EMERGENCY): /;
/** Spring Boot's correlation of a record to its trace. */
const TRACE_IDS = /^[0-9a-f]{32}-[0-9a-f]{16}$/;
/** zerolog's `cart.go:12 > `, Calico's `cart.go 12: `. */
const GO_PLACE = /^([\w./@-]{1,120}\.go)[: ](\d{1,7})(?: > |: )/;
const PROCESS = /^(?:pid[ :=]\s?|PID[ :=]\s?)?(\d{1,10})$/;
const TAIL_LOGGER = / \(((?:[a-z_]\w{0,60}\.){1,10}[A-Z][\w$]{0,100})\)$/;

/**
 * Finds what loggers write between the time and the message, in whatever order their pattern has it: severity, process,
 * thread, logger (log4j's and Logback's PatternLayout, Spring Boot, JBoss, Elasticsearch, Python logging, Oslo, Loguru, NLog).
 * A bracket or a name is taken out of the message only where what stands behind it proves that the head went on.
 */
export class RecordHead {
  severity: Severity | null = null;
  logger: string | null = null;
  thread: string | null = null;
  pid: number | null = null;
  /** Where the message begins. */
  end = 0;

  private readonly word = new SeverityWordScanner();
  private seenThread: string | null = null;
  private seenPid: number | null = null;
  /** Whether the severity stands in brackets, so that a plain name behind it belongs to the head. */
  private bracketed = false;

  /** Reads the head at `at`; false when there is no severity in it. `bare` lets a lower-case severity at its start count. */
  scan(text: string, at: number, bare: boolean): boolean {
    this.logger = null;
    this.thread = null;
    this.pid = null;
    this.seenThread = null;
    this.seenPid = null;
    const monolog = MONOLOG.exec(text.slice(at, at + 80));
    if (monolog !== null) {
      this.logger = monolog[1] ?? null;
      this.severity = severityFromWord(monolog[2] ?? '');
      this.commit(at + monolog[0].length);
      return true;
    }
    if (!this.scanBefore(text, at, bare)) return false;
    this.severity = this.word.severity;
    this.commit(this.word.end);
    this.scanBehind(text);
    return true;
  }

  /** The same behind a word that must be a severity; false when it is none. */
  scanWord(text: string, word: string, at: number): boolean {
    const severity = severityFromWord(word);
    if (severity === null) return false;
    this.scanRest(text, endOfSeparators(text, at), severity, null);
    return true;
  }

  /** Reads what stands at `at` behind a severity that is known already. */
  scanRest(text: string, at: number, severity: Severity | null, thread: string | null): void {
    this.severity = severity;
    this.logger = null;
    this.pid = null;
    this.thread = thread;
    this.seenThread = thread;
    this.seenPid = null;
    this.bracketed = false;
    this.end = at;
    this.scanBehind(text);
  }

  /** Fills the event in with what was found, and with the message. Answers the message when it is in a format of its own. */
  fill(text: string, event: LogEvent): string | null {
    event.severity = this.severity;
    let message = text.slice(this.end);
    if (this.logger === null && message.endsWith(')')) {
      const tail = TAIL_LOGGER.exec(message.slice(-PART_MAX));
      if (tail !== null) {
        this.logger = tail[1] ?? null;
        message = message.slice(0, message.length - tail[0].length);
      }
    }
    event.caller ??= this.logger;
    event.pid ??= this.pid;
    event.setAttribute('thread', this.thread === null ? null : plainText(this.thread));
    if (isInnerRecord(message)) return message;
    event.message = plainText(message);
    return null;
  }

  private scanBefore(text: string, at: number, bare: boolean): boolean {
    let place = at;
    for (let words = 0; words <= WORDS_BEFORE_MAX && place < text.length; words++) {
      if (this.word.scan(text, place, bare && words === 0)) {
        this.bracketed = text.charCodeAt(place) === OPEN_BRACKET;
        return true;
      }
      const end = endOfPart(text, place);
      if (end === -1) return false;
      this.take(text.slice(place, end), text.slice(end, end + 3) === ' - ');
      place = endOfSeparators(text, end);
    }
    return false;
  }

  /** A part before the severity. */
  private take(part: string, dashed: boolean): void {
    const inner = insideBrackets(part);
    if (inner !== null) this.takeGroup(inner);
    else if (PROCESS.test(part)) this.seenPid = parseSmallCount(part);
    else if (QUALIFIED.test(part) || (dashed && PLAIN_NAME.test(part))) this.logger ??= part;
  }

  private takeGroup(inner: string): boolean {
    const process = PROCESS.exec(inner);
    if (process !== null) this.seenPid = parseSmallCount(process[1] ?? '');
    else if (JAVA_CLASS.test(inner) || DOTTED.test(inner) || CODE_PLACE.test(inner)) {
      this.logger ??= inner;
      return true;
    } else if (inner !== '' && !TRACE_IDS.test(inner)) this.takeThread(inner);
    return false;
  }

  /** ZooKeeper's pattern puts class and line behind the thread, in the same bracket. */
  private takeThread(inner: string): void {
    const place = /^(.{1,140}):([A-Za-z_][\w$.]{0,80}@\d{1,7})$/.exec(inner);
    this.seenThread = place?.[1] ?? inner;
    if (place !== null) this.logger ??= place[2] ?? null;
  }

  private scanBehind(text: string): void {
    let place = this.end;
    for (let parts = 0; parts < PARTS_BEHIND_MAX && place < text.length; parts++) {
      const dashes = endOfDashes(text, place);
      if (dashes !== place) {
        this.commit(dashes);
        place = dashes;
        continue;
      }
      const end = endOfPart(text, place);
      if (end === -1 || !this.takeBehind(text, text.slice(place, end), place, endOfSpaces(text, end))) return;
      place = Math.max(endOfSpaces(text, end), this.end);
    }
  }

  /** A part behind the severity; `next` is the start of the one after it. False when the head ends with it or before it. */
  private takeBehind(text: string, part: string, place: number, next: number): boolean {
    const inner = insideBrackets(part);
    if (inner !== null) {
      // Brackets that touch are one head: Elasticsearch's and Envoy's `[INFO ][name]`.
      if (this.bracketed && text.charCodeAt(place - 1) === CLOSE_BRACKET && this.end === place) {
        if (!this.takeGroup(inner) && this.seenPid === this.pid && PLAIN_NAME.test(inner)) {
          this.logger ??= inner;
          this.seenThread = this.thread;
        }
        this.commit(next);
        return true;
      }
      const afterLogger = part.charCodeAt(0) === OPEN_PAREN && this.logger !== null && this.end === place;
      if (this.takeGroup(inner) || afterLogger) this.commit(next);
      return true;
    }
    if (!PROCESS.test(part)) return this.takeName(text, part, place, next);
    if (!text.startsWith('--', next)) return false;
    this.seenPid = parseSmallCount(part);
    return true;
  }

  /** A word behind the severity: true when it is the logger, and the head may go on. */
  private takeName(text: string, part: string, place: number, next: number): boolean {
    if (this.logger !== null) return false;
    const goPlace = GO_PLACE.exec(text.slice(place, place + PART_MAX));
    if (goPlace !== null) {
      this.logger = `${goPlace[1]}:${goPlace[2]}`;
      this.commit(place + goPlace[0].length);
      return false;
    }
    const bar = part.indexOf('|');
    const name = bar > 0 ? part.slice(0, bar) : part.endsWith(':') ? part.slice(0, -1) : part;
    const inHead = this.bracketed || this.seenThread !== null || this.seenPid !== null;
    const dashed = endOfDashes(text, next) !== next;
    const named = dashed ? BEFORE_DASH : PLAIN_NAME;
    const proven = QUALIFIED.test(name) || SHORTENED.test(name) || (inHead && name === part && named.test(name));
    if (!proven) return false;
    const ended = name !== part || dashed;
    const certain = JAVA_CLASS.test(name) || (this.seenPid !== null && DOTTED.test(name));
    // With nothing behind it, it is the message.
    if ((!ended && !certain) || (bar <= 0 && endOfDashes(text, next) >= text.length)) return false;
    this.logger = name;
    if (bar > 0) this.commit(place + bar + 1);
    else this.commit(endOfDashes(text, next));
    return name === part && !dashed;
  }

  /** All up to `place` is head. */
  private commit(place: number): void {
    this.end = place;
    this.thread = this.seenThread;
    this.pid = this.seenPid;
  }
}
