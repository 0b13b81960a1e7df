import type { LogEvent } from '@/lib/events';
import { DateTimeScanner } from './date-times';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { endOfPart, endOfSeparators, endOfSpaces, insideBrackets } from './head-parts';
import { CAPITALS, SMALL_LETTERS } from './openings';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { RecordHead } from './record-head';
import { SeverityWordScanner } from './severity-word';
import { isDigit } from './timestamps';

const SPACE = 32;
const TAB = 9;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;

const severity = new SeverityWordScanner();
const dates = new DateTimeScanner();
const head = new RecordHead();

export const leveled: TextFormat = {
  name: 'leveled',
  title: 'Line with a severity',
  about:
    'A line that opens with a severity word, with or without a time behind it: `[INFO] …`, `WARNING: …`, `error: …`.',
  source:
    'https://docs.python.org/3/library/logging.html (BASIC_FORMAT), CoreDNS, slf4j SimpleLogger, and many a printf',
  type: null,
  envelope: true,
  generic: true,
  reads: 'text',
  opensWith: ` \t[(<${CAPITALS}${SMALL_LETTERS}`,
  read,
  examples: [
    {
      text: '[INFO] cache/reload: Running',
      event: { severity: 'info', message: 'cache/reload: Running', time: null },
    },
    { text: 'WARNING: no disk', event: { severity: 'warning', message: 'no disk' } },
    { text: 'ERROR:shop.cart:gone', event: { severity: 'error', caller: 'shop.cart', message: 'gone' } },
    {
      text: 'WARN  [Stage-1] 2024-01-02 03:04:05,678 Cart.java:12 - slow',
      event: {
        time: 1704164645678000,
        severity: 'warning',
        caller: 'Cart.java:12',
        attributes: { thread: 'Stage-1' },
        message: 'slow',
      },
    },
    { text: '[INFO] [2024-01-02T03:04:05Z] ready', event: { time: 1704164645000000, message: 'ready' } },
    { text: '[main] INFO shop.Cart - opened', event: { severity: 'info', caller: 'shop.Cart', message: 'opened' } },
    { text: '  INFO shop::cart: opened', event: { severity: 'info', message: 'shop::cart: opened' } },
    { text: '[F] out of memory', event: { severity: 'critical', message: 'out of memory' } },
    { text: '[verbose] Add: shop:cart-0', event: { severity: 'debug', message: 'Add: shop:cart-0' } },
    { text: '(C) 2024 the authors of the cart', event: null },
    { text: 'verbose: true', event: null },
    { text: 'fail: no cart', event: { severity: 'error', message: 'no cart' } },
    { text: 'error reading the cart', event: null },
    { text: 'Information is missing', event: null },
    { text: '[web] ready', event: null },
    { text: '[web] INFO is missing', event: null },
    { text: 'INFORMED', event: null },
    { text: 'I am ready', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  let at = 0;
  while (at < 8 && (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB)) at++;
  if (!severity.scan(text, at, false)) return readThreadFirst(text, event);
  const timed = readTimed(text, severity.end, event, context);
  if (timed !== NOT_MINE) return timed;
  event.severity = severity.severity;
  // Python's `LEVEL:logger:message` has no spaces.
  const python = /^[A-Z]{4,8}:([A-Za-z_][\w.-]{0,150}):/.exec(text.slice(at, at + 170));
  if (python !== null) event.caller ??= python[1] ?? null;
  event.message = plainText(text.slice(python === null ? severity.end : at + python[0].length));
  return READ;
}

/** A thread in brackets, then a severity in capitals: slf4j's simple logger, log4j's TTCC. */
function readThreadFirst(text: string, event: LogEvent): Reading {
  if (text.charCodeAt(0) !== OPEN_BRACKET) return NOT_MINE;
  const end = endOfPart(text, 0);
  const place = end === -1 ? -1 : endOfSpaces(text, end);
  if (place <= end || !severity.scan(text, place, false) || text.charCodeAt(place) === OPEN_BRACKET) return NOT_MINE;
  head.scanRest(text, severity.end, severity.severity, insideBrackets(text.slice(0, end)));
  if (head.logger === null) return NOT_MINE;
  return head.fill(text, event) ?? READ;
}

/** The time behind the severity, perhaps with the thread between: Cassandra, log4j, Django. */
function readTimed(text: string, at: number, event: LogEvent, context: ReadContext): Reading {
  let place = at;
  let thread: string | null = null;
  if (text.charCodeAt(place) === OPEN_BRACKET && !isDigit(text.charCodeAt(place + 1))) {
    const end = endOfPart(text, place);
    if (end === -1) return NOT_MINE;
    thread = insideBrackets(text.slice(place, end));
    place = endOfSpaces(text, end);
  }
  const bracketed = text.charCodeAt(place) === OPEN_BRACKET;
  if (bracketed) place++;
  if (!isDigit(text.charCodeAt(place)) || !dates.scan(text, place)) return NOT_MINE;
  dates.scanZoneName(text);
  const end = bracketed && text.charCodeAt(dates.end) === CLOSE_BRACKET ? dates.end + 1 : dates.end;
  dates.set(event, context);
  head.scanRest(text, endOfSeparators(text, end), severity.severity, thread);
  return head.fill(text, event) ?? READ;
}
