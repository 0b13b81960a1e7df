import { type LogEvent, severityFromWord } from '@/lib/events';
import { DateTimeScanner } from './date-times';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { CAPITALS } from './openings';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';

const SPACE = 32;
const COMMA = 44;

const dates = new DateTimeScanner();

export const javaUtilLogging: TextFormat = {
  name: 'java-util-logging',
  title: 'java.util.logging',
  about: 'Java’s own logger: time, class and method on one line, severity and message on the next.',
  source:
    'https://docs.oracle.com/en/java/javase/21/docs/api/java.logging/java/util/logging/SimpleFormatter.html java.util.logging.SimpleFormatter (jdk.system.logger default format)',
  type: null,
  headed: true,
  reads: 'text',
  opensWith: CAPITALS,
  read,
  takeLine,
  examples: [
    {
      text: 'Jan 02, 2024 3:04:05 PM shop.cart.Cart open',
      event: { time: 1704207845000000, timeGuess: 2, severity: null, caller: 'shop.cart.Cart.open' },
    },
    { text: 'Jan 2, 2024 3:04:05 AM shop.cart.Cart <init>', event: { caller: 'shop.cart.Cart.<init>' } },
    { text: 'Jan 2, 2024 3:04:05 AM root', event: { caller: 'root' } },
    { text: 'Jan 2, 2024 3:04:05 AM the cart was opened', event: null },
    { text: 'Jan 2, 2024 is a day', event: null },
    { text: '2024-01-02 03:04:05 shop.cart.Cart open', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  const comma = text.charCodeAt(6) === COMMA || text.charCodeAt(5) === COMMA;
  if (!comma || text.charCodeAt(3) !== SPACE || !dates.scan(text, 0)) return NOT_MINE;
  dates.scanZoneName(text);
  const origin = /^ ([\w.$]{1,150})(?: ([\w$<>]{1,100}))?$/.exec(text.slice(dates.end, dates.end + 260));
  if (origin === null || dates.end + origin[0].length !== text.length) return NOT_MINE;
  dates.set(event, context);
  const name = plainText(origin[2] === undefined ? (origin[1] ?? '') : `${origin[1]}.${origin[2]}`);
  event.caller ??= name;
  // Until the second line says what happened.
  event.message = name;
  return READ;
}

/** `INFO: opened` below the head; levels may be translated, so any word in capitals or with a capital will do. */
function takeLine(line: string, event: LogEvent): string | null {
  if (event.severity !== null) return null;
  const level = /^(\p{Lu}[\p{L} ]{1,20})\u00a0?: /u.exec(line.slice(0, 30));
  if (level === null) return null;
  // Translated levels are taken for information.
  event.severity = severityFromWord(level[1] ?? '') ?? (level[1] === 'CONFIG' ? 'debug' : 'info');
  event.message = plainText(line.slice(level[0].length));
  return '';
}
