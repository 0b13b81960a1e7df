import type { LogEvent, Severity } from '@/lib/events';
import { DateTimeScanner } from './date-times';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { DIGITS } from './openings';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { isDigit } from './timestamps';

const SPACE = 32;
const TAB = 9;

const dates = new DateTimeScanner();

/** The four letters that each level has. */
const LEVELS: ReadonlyMap<string, Severity> = new Map<string, Severity>([
  ['trce', 'trace'],
  ['dbug', 'debug'],
  ['info', 'info'],
  ['warn', 'warning'],
  ['fail', 'error'],
  ['crit', 'critical'],
]);

const CATEGORY = /^: ([\w.`+<>-]{1,200})\[(-?\d{1,10})\](?: (.*))?$/s;

const UNSAID = /^[\w.`+<>-]{1,200}\[-?\d{1,10}\]$/;

export const dotnetConsole: TextFormat = {
  name: 'dotnet-console',
  title: '.NET console logger',
  about: 'ASP.NET Core’s default: severity, category and event id on one line, the message indented on the next ones.',
  source: 'dotnet/runtime, Microsoft.Extensions.Logging.Console (SimpleConsoleFormatter.cs)',
  type: null,
  headed: true,
  reads: 'text',
  needsColon: true,
  opensWith: `tdiwfc${DIGITS}`,
  read,
  takeLine,
  examples: [
    {
      text: 'warn: Shop.Cart.Store[14]',
      event: {
        severity: 'warning',
        caller: 'Shop.Cart.Store',
        attributes: { 'event.id': 14 },
        message: 'Shop.Cart.Store[14]',
      },
    },
    {
      text: '2024-01-02T03:04:05.678Z fail: Shop.Cart[0] The cart is gone',
      event: { time: 1704164645678000, severity: 'error', message: 'The cart is gone' },
    },
    { text: 'info: ready', event: null },
    { text: 'info: cart 7 [0]', event: null },
    { text: 'information: Shop.Cart[0]', event: null },
    { text: '2024-01-02 03:04:05 ready', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  let at = 0;
  const timed = isDigit(text.charCodeAt(0));
  if (timed) {
    if (!dates.scan(text, 0)) return NOT_MINE;
    at = dates.end;
    while (text.charCodeAt(at) === SPACE) at++;
  }
  const severity = LEVELS.get(text.slice(at, at + 4));
  if (severity === undefined) return NOT_MINE;
  const category = CATEGORY.exec(text.slice(at + 4));
  if (category === null) return NOT_MINE;
  if (timed) dates.set(event, context);
  event.severity = severity;
  event.caller ??= category[1] ?? null;
  event.setAttribute('event.id', Number(category[2]));
  // Until the next line says what happened.
  event.message = plainText(category[3] ?? `${category[1]}[${category[2]}]`);
  return READ;
}

/** The first of the indented lines is what it says; the others follow it. */
function takeLine(line: string, event: LogEvent): string | null {
  const first = line.charCodeAt(0);
  if ((first !== SPACE && first !== TAB) || !UNSAID.test(event.message)) return null;
  event.message = plainText(line.trim());
  return '';
}
