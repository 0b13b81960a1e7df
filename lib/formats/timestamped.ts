import type { LogEvent } from '@/lib/events';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { SeverityWordScanner } from './severity-word';
import { isDigit, TimestampScanner } from './timestamps';
import { zoneMinutes } from './zone-names';

const TAB = 9;
const SPACE = 32;
const OPEN_PAREN = 40;
const CLOSE_PAREN = 41;
const COMMA = 44;
const MINUS = 45;
const COLON = 58;
const AT = 64;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const BAR = 124;
const MINUTE = 60_000_000;

/** Thread, logger and process id stand between time and severity; more words than that are the message. */
const WORDS_MAX = 4;
const WORD_MAX = 120;

const scanner = new TimestampScanner();
const severity = new SeverityWordScanner();

export const timestamped: TextFormat = {
  name: 'timestamped',
  title: 'Line with a date and time',
  about:
    'A line that opens with an ISO date and time, in brackets or not, and perhaps a severity after it: log4j, Logback, Python logging, hclog, PostgreSQL and many more. Without a severity, the rest is read again for its own format.',
  source: 'ISO 8601, RFC 3339; log4j PatternLayout; Python logging',
  type: null,
  envelope: true,
  headed: true,
  generic: true,
  reads: 'text',
  read,
  examples: [
    {
      text: '2024-01-02 03:04:05,678 INFO [main] shop.Cart - opened',
      event: { time: 1704164645678000, timeGuess: 2, severity: 'info', message: '[main] shop.Cart - opened' },
    },
    {
      text: '2024-01-02T03:04:05.678Z [ERROR]  expiration: lease gone',
      event: { time: 1704164645678000, timeGuess: 0, severity: 'error', message: 'expiration: lease gone' },
    },
    {
      text: '2024-01-02 03:04:05.678 [main] WARN  shop.Cart - slow',
      event: { severity: 'warning', message: '[main] WARN  shop.Cart - slow' },
    },
    {
      text: '2024-01-02 03:04:05,678 - shop.cart - DEBUG - opened',
      event: { severity: 'debug', message: 'shop.cart - DEBUG - opened' },
    },
    { text: '[2024-01-02 03:04:05 +0100] [7] [INFO] Booting', event: { time: 1704161045000000, severity: 'info' } },
    { text: '@[2024-01-02T03:04:05.216 UTC][start.sh:17][FINE] Starting', event: { timeGuess: 0, severity: 'debug' } },
    {
      text: '2024-01-02 03:04:05.123 PDT [12] LOG:  starting',
      event: { time: 1704189845123000, timeGuess: 0 },
      content: '[12] LOG:  starting',
    },
    {
      text: '2024-01-02T03:04:05.678Z level=info msg=ready',
      event: { severity: null },
      content: 'level=info msg=ready',
    },
    { text: '2024-01-02 03:04:05 the error was found', event: { severity: null }, content: 'the error was found' },
    { text: '2024-01-02T03:04:05', event: {}, content: '' },
    { text: '2024-01-02 is a day', event: null },
    { text: '[2024-13-02 03:04:05] no such month', event: null },
    { text: '[info] no time', event: null },
    { text: '2024-01-02T03:04:05Ztext', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  const start = startOfTime(text);
  if (start === -1 || !scanner.scanDateTime(text, start)) return NOT_MINE;
  let at = scanner.end;
  const zone = scanner.zoned ? null : abbreviationAt(text, at);
  if (zone !== null) at += zone.length + 1;
  if (start > 0) {
    const close = text.charCodeAt(at);
    if (close !== CLOSE_BRACKET && close !== CLOSE_PAREN) return NOT_MINE;
    at++;
  }
  if (at < text.length && !isSeparator(text.charCodeAt(at))) return NOT_MINE;

  const shift = zone === null ? null : zoneMinutes(zone);
  if (scanner.zoned) context.clock.setFull(event, scanner.micros);
  else if (shift !== null) context.clock.setFull(event, scanner.micros - shift * MINUTE);
  else context.clock.setWithoutZone(event, scanner.micros);

  const rest = endOfSeparators(text, at);
  if (severity.scan(text, rest, true)) {
    event.severity = severity.severity;
    event.message = plainText(text.slice(severity.end));
    return READ;
  }
  if (!findSeverity(text, rest)) return text.slice(rest);
  event.severity = severity.severity;
  event.message = plainText(text.slice(rest));
  return READ;
}

/** The place of the year: at once, or behind `[`, `(` or WebLogic's `@[`; -1 when there is none. */
function startOfTime(text: string): number {
  const first = text.charCodeAt(0);
  if (isDigit(first)) return 0;
  const start = first === AT ? 2 : 1;
  const bracket = text.charCodeAt(start - 1);
  const opened = bracket === OPEN_BRACKET || (bracket === OPEN_PAREN && first !== AT);
  return opened && isDigit(text.charCodeAt(start)) ? start : -1;
}

/** ` PDT` and the like at `at`: a name of a zone that is certain. */
function abbreviationAt(text: string, at: number): string | null {
  if (text.charCodeAt(at) !== SPACE) return null;
  let end = at + 1;
  while (end < at + 6 && text.charCodeAt(end) >= 65 && text.charCodeAt(end) <= 90) end++;
  const name = text.slice(at + 1, end);
  return name.length > 1 && zoneMinutes(name) !== null ? name : null;
}

/** Looks for a severity behind a few words; there, a lower-case word must be marked to count. */
function findSeverity(text: string, at: number): boolean {
  let place = at;
  for (let words = 1; words <= WORDS_MAX && place < text.length; words++) {
    place = endOfWord(text, place);
    if (place === -1) return false;
    if (severity.scan(text, place, false)) return true;
  }
  return false;
}

/** The start of the next word; a bracketed part is one word. -1 when the word is too long to be a thread or a logger. */
function endOfWord(text: string, at: number): number {
  let end = at;
  if (text.charCodeAt(at) === OPEN_BRACKET) {
    const close = text.indexOf(']', at);
    if (close === -1 || close - at > WORD_MAX) return -1;
    end = close + 1;
  } else {
    while (end < text.length && text.charCodeAt(end) !== SPACE && text.charCodeAt(end) !== TAB) {
      if (++end - at > WORD_MAX) return -1;
    }
  }
  return endOfSeparators(text, end);
}

/** The start of what follows: over spaces, and over `-`, `|`, `:` and `,` that stand alone or close to the time. */
function endOfSeparators(text: string, at: number): number {
  let end = at;
  if (text.charCodeAt(end) === COLON || text.charCodeAt(end) === COMMA) end++;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === SPACE || code === TAB) continue;
    const mark = code === MINUS || code === BAR || code === COLON;
    if (!mark || !isBlank(text.charCodeAt(end + 1))) break;
  }
  return end;
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || Number.isNaN(code);
}

/** What may stand right behind the time. */
function isSeparator(code: number): boolean {
  return isBlank(code) || code === MINUS || code === BAR || code === COLON || code === COMMA || code === OPEN_BRACKET;
}
