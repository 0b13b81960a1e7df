import { type LogEvent, severityFromWord } from '@/lib/events';
import { DateTimeScanner } from './date-times';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { endOfSeparators } from './head-parts';
import { CAPITALS, DIGITS } from './openings';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { RecordHead } from './record-head';
import { isDigit } from './timestamps';

const TAB = 9;
const SPACE = 32;
const OPEN_PAREN = 40;
const CLOSE_PAREN = 41;
const COMMA = 44;
const MINUS = 45;
const COLON = 58;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const BAR = 124;
const INSIDE_MAX = 160;

/** Letters that stand close behind a time and are no zone that anybody knows. */
const STRANGE_ZONE = /^[A-Z]{3,5}(?= )/;

/** Java's ZonedDateTime names the region behind the offset. */
const ZONE_REGION = /^\[[A-Z][A-Za-z]{1,20}\/[A-Za-z_/]{1,30}\]/;

const dates = new DateTimeScanner();
const head = new RecordHead();

export const timestamped: TextFormat = {
  name: 'timestamped',
  title: 'Line with a date and time',
  about:
    'A line that opens with a date and time, in brackets or not, and severity, process, thread and logger in any order after it: log4j, Logback, Spring Boot, Python logging, Serilog, env_logger, hclog and many more. Without a severity, the rest is read again for its own format.',
  source:
    'ISO 8601, RFC 3339; logging.apache.org log4j PatternLayout; logback.qos.ch layouts; docs.python.org logging.Formatter',
  type: null,
  envelope: true,
  headed: true,
  generic: true,
  reads: 'text',
  needsColon: true,
  opensWith: `[(@${CAPITALS}${DIGITS}`,
  read,
  examples: [
    {
      text: '2024-01-02 03:04:05,678 INFO [main] shop.Cart - opened',
      event: {
        time: 1704164645678000,
        timeGuess: 2,
        severity: 'info',
        caller: 'shop.Cart',
        attributes: { thread: 'main' },
        message: 'opened',
      },
    },
    {
      text: '2024-01-02T03:04:05.678+01:00  WARN 7 --- [cart] [  exec-1] s.shop.Cart           : slow',
      event: { time: 1704161045678000, severity: 'warning', pid: 7, caller: 's.shop.Cart', message: 'slow' },
    },
    {
      text: '[2024-01-02T03:04:05,678][INFO ][o.e.n.Node     ] [node-1] started',
      event: { severity: 'info', caller: 'o.e.n.Node', message: '[node-1] started' },
    },
    {
      text: '[2024-01-02 03:04:05,678] INFO [Cart id=0] opened (shop.cart.Cart)',
      event: { caller: 'shop.cart.Cart', message: '[Cart id=0] opened' },
    },
    {
      text: '2024-01-02T03:04:05.678Z [ERROR]  expiration: lease gone',
      event: { time: 1704164645678000, timeGuess: 0, severity: 'error', message: 'expiration: lease gone' },
    },
    {
      text: '2024-01-02 03:04:05,678 - shop.cart - DEBUG - opened',
      event: { severity: 'debug', caller: 'shop.cart', message: 'opened' },
    },
    {
      text: '2024-01-02 03:04:05.678 | INFO     | shop.cart:open:12 - opened',
      event: { caller: 'shop.cart:open:12', message: 'opened' },
    },
    {
      text: '[2024-01-02 03:04:05 +0100] [7] [INFO] Booting',
      event: { time: 1704161045000000, severity: 'info', pid: 7, message: 'Booting' },
    },
    {
      text: '[2024-01-02T03:04:05Z WARN  shop::cart] slow',
      event: { timeGuess: 0, severity: 'warning', caller: 'shop::cart', message: 'slow' },
    },
    {
      text: '02-Jan-2024 03:04:05.678 INFO [main] shop.cart.Cart.open Opened in [7] ms',
      event: { time: 1704164645678000, caller: 'shop.cart.Cart.open', message: 'Opened in [7] ms' },
    },
    {
      text: '[2024-01-02 03:04:05] production.ERROR: no disk {"id":7}',
      event: { severity: 'error', caller: 'production', message: 'no disk {"id":7}' },
    },
    { text: '2024-01-02T03:04:05Z E! [outputs.file] failed', event: { severity: 'error' } },
    {
      text: '2024.01.02 03:04:05.678901 [ 7 ] {5c1e} <Error> executeQuery: no table',
      event: { time: 1704164645678901, severity: 'error', pid: 7, message: 'executeQuery: no table' },
    },
    {
      text: '2024-01-02T03:04:05.678Z level=info msg=ready',
      event: { severity: null },
      content: 'level=info msg=ready',
    },
    {
      text: '2024-01-02 03:04:05,678 - werkzeug - INFO - 10.0.0.9 - - [02/Jan/2024 03:04:05] "GET / HTTP/1.1" 500 -',
      event: { severity: 'info', caller: 'werkzeug' },
      content: '10.0.0.9 - - [02/Jan/2024 03:04:05] "GET / HTTP/1.1" 500 -',
    },
    { text: '2024-01-02 03:04:05 the error was found', event: { severity: null }, content: 'the error was found' },
    {
      text: '2024-01-02 03:04:05.63 +0200 CEST m=+7.25 opened',
      event: { time: 1704157445630000, timeGuess: 0 },
      content: 'opened',
    },
    { text: '2024-01-02T03:04:05', event: { message: '2024-01-02T03:04:05' } },
    { text: '2024-01-02 is a day', event: null },
    { text: '[2024-13-02 03:04:05] no such month', event: null },
    { text: '[info] no time', event: null },
    { text: '2024-01-02T03:04:05Ztext', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  const start = startOfTime(text);
  if (start === -1 || !dates.scan(text, start)) return NOT_MINE;
  dates.scanZoneName(text);
  let at = dates.end;
  if (start > 0) {
    const close = text.charCodeAt(at);
    if (close !== CLOSE_BRACKET && close !== CLOSE_PAREN) return readInside(text, at, event, context);
    at++;
  }
  if (at < text.length && !isSeparator(text.charCodeAt(at))) {
    const strange = dates.zoned ? null : STRANGE_ZONE.exec(text.slice(at, at + 6));
    if (strange === null) return NOT_MINE;
    at += strange[0].length;
  }
  if (dates.zoned && text.charCodeAt(at) === OPEN_BRACKET) {
    at += ZONE_REGION.exec(text.slice(at, at + 60))?.[0].length ?? 0;
  }
  dates.set(event, context);
  const rest = endOfSeparators(text, at);
  if (rest >= text.length) {
    // A time alone, as `date` prints it.
    event.message = plainText(text);
    return READ;
  }
  if (!head.scan(text, rest, true)) return text.slice(rest);
  return head.fill(text, event) ?? READ;
}

/** The severity and more in the same brackets as the time: `[… INFO  shop::cart] opened` (env_logger, Serilog, Celery). */
function readInside(text: string, at: number, event: LogEvent, context: ReadContext): Reading {
  const close = text.indexOf(']', at);
  if (close === -1 || close - at > INSIDE_MAX) return NOT_MINE;
  const match = /^[ :,|]{1,3}(\w{1,14})(?:[ /:|]{1,8}(.*))?$/.exec(text.slice(at, close));
  const severity = match === null ? null : severityFromWord(match[1] ?? '');
  if (match === null || severity === null) return NOT_MINE;
  dates.set(event, context);
  head.scanRest(text, endOfSeparators(text, close + 1), severity, null);
  const name = match[2]?.trim() ?? '';
  if (name !== '') head.logger ??= name;
  return head.fill(text, event) ?? READ;
}

/** The place of the date: at once, or behind `[` or `(`; -1 when there is none. */
function startOfTime(text: string): number {
  const first = text.charCodeAt(0);
  if (opensDate(first)) return 0;
  const opened = first === OPEN_BRACKET || first === OPEN_PAREN;
  return opened && opensDate(text.charCodeAt(1)) ? 1 : -1;
}

/** A digit, or the capital letter of a month or a day of the week. */
function opensDate(code: number): boolean {
  return isDigit(code) || (code >= 65 && code <= 87);
}

/** What may stand right behind the time. */
function isSeparator(code: number): boolean {
  const blank = code === SPACE || code === TAB;
  return blank || code === MINUS || code === BAR || code === COLON || code === COMMA || code === OPEN_BRACKET;
}
