import type { LogEvent } from '@/lib/events';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { endOfSeparators } from './head-parts';
import { DIGITS } from './openings';
import type { ReadContext } from './read-context';
import { RecordHead } from './record-head';
import { isDigit, TimestampScanner } from './timestamps';

const COLON = 58;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const SPACE = 32;
const HOUR = 3_600_000_000;
const MINUTE = 60_000_000;

const clock = new TimestampScanner();
const head = new RecordHead();

export const timeOfDay: TextFormat = {
  name: 'time-of-day',
  title: 'Line with a time of day',
  about:
    'A line that opens with a time but no date, and has a severity: Logback’s and log4j’s defaults, JBoss, Serilog, pino-pretty, zerolog. The day is the last one seen before it.',
  source: 'logback.qos.ch BasicConfigurator; serilog-sinks-console; rs/zerolog ConsoleWriter; pinojs/pino-pretty',
  type: null,
  envelope: true,
  headed: true,
  generic: true,
  reads: 'text',
  needsColon: true,
  opensWith: `[${DIGITS}`,
  read,
  examples: [
    {
      text: '03:04:05.678 [main] WARN  shop.Cart -- slow',
      event: { time: null, severity: 'warning', caller: 'shop.Cart', attributes: { thread: 'main' }, message: 'slow' },
    },
    { text: '[03:04:05 ERR] The cart is gone', event: { severity: 'error', message: 'The cart is gone' } },
    { text: '[03:04:05.678] INFO (7): ready', event: { severity: 'info', pid: 7, message: 'ready' } },
    { text: '3:04AM INF ready port=80', event: { severity: 'info', message: 'ready port=80' } },
    {
      text: '03:04:05,678 INFO  [shop.cart] (thread 1-2) opened',
      event: { caller: 'shop.cart', attributes: { thread: 'thread 1-2' }, message: 'opened' },
    },
    { text: '03:04:05 the cart was opened', event: null },
    { text: '3:04 INFO', event: null },
    { text: '[03:04:05] ready', event: null },
    { text: '13:04AM INF no such hour', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  const bracketed = text.charCodeAt(0) === OPEN_BRACKET;
  const start = bracketed ? 1 : 0;
  if (!mayBeClock(text, start)) return NOT_MINE;
  const short = text.charCodeAt(start + 1) === COLON || text.charCodeAt(start + 5) !== COLON;
  const kitchen = short && !bracketed ? /^(\d{1,2}):(\d\d)([AP])M(?= )/.exec(text.slice(0, 8)) : null;
  let at: number;
  let micros: number;
  if (kitchen !== null) {
    const hour = Number(kitchen[1]);
    const minute = Number(kitchen[2]);
    if (hour < 1 || hour > 12 || minute > 59) return NOT_MINE;
    micros = ((hour % 12) + (kitchen[3] === 'P' ? 12 : 0)) * HOUR + minute * MINUTE;
    at = kitchen[0].length;
  } else {
    if (!clock.scanClock(text, start)) return NOT_MINE;
    micros = clock.micros;
    at = clock.end;
  }
  // Serilog has the severity inside the brackets, pino-pretty behind them.
  if (bracketed && text.charCodeAt(at) === CLOSE_BRACKET) at++;
  else if (text.charCodeAt(at) !== SPACE) return NOT_MINE;
  if (!scanHead(text, endOfSeparators(text, at), bracketed)) return NOT_MINE;
  context.clock.setTimeOfDay(event, micros);
  return head.fill(text, event) ?? READ;
}

function mayBeClock(text: string, at: number): boolean {
  if (!isDigit(text.charCodeAt(at))) return false;
  return text.charCodeAt(at + 1) === COLON || text.charCodeAt(at + 2) === COLON;
}

function scanHead(text: string, at: number, bracketed: boolean): boolean {
  if (head.scan(text, at, true)) return true;
  if (!bracketed) return false;
  const inside = /^([A-Za-z]{3,11})\]/.exec(text.slice(at, at + 13));
  return inside !== null && head.scanWord(text, inside[1] ?? '', at + inside[0].length);
}
