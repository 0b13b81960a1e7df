import type { LogEvent, Severity } from '@/lib/events';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { plainText } from './plain-text';

const LOOK_MAX = 300;
const TRACEBACK = 'Traceback (most recent call last):';

/** Node shows the place first, then the line of code and the error. */
const NODE_PLACE = /^(?:file:\/\/)?[/\w.@:\\-]{1,250}\.[cm]?[jt]sx?:\d{1,7}$/;
const NODE_EXCEPTION = /^(?:Uncaught )?[A-Z]\w{0,60}(?: \[\w{1,60}\])?: /;

/** How runtimes begin to tell of a crash; what follows is a stack trace. */
const OPENINGS: readonly (readonly [RegExp, Severity])[] = [
  [/^Traceback \(most recent call last\):$/, 'error'],
  [/^Exception in thread "[^"]{0,150}" \S/, 'error'],
  [/^(?:[a-z_]\w{0,60}\.){1,12}[A-Z][\w$]{0,100}(?:Exception|Error|Throwable)(?:: |$)/, 'error'],
  [/^Unhandled exception\. \S|^Unhandled Exception: \S/, 'critical'],
  [/^(?:Uncaught )?[A-Z]\w{0,60}(?:Error|Exception)(?: \[\w{1,60}\])?: /, 'error'],
  [/^thread '[^']{0,100}'(?: \(\d{1,12}\))? panicked at /, 'critical'],
  [/^fatal error: \S/, 'critical'],
  [/^PHP Fatal error: {1,2}\S/, 'critical'],
  [/^\(node:\d{1,10}\) \S/, 'warning'],
  [NODE_PLACE, 'critical'],
];
const FIRST_LETTERS: ReadonlySet<string> = new Set('TEUtfP(');
const EXCEPTION = /^(?:[a-z_][\w.]{0,150}\.)?[A-Z]\w{0,60}[a-z]\w{0,60}(?::|$)/;

export const crash: TextFormat = {
  name: 'crash',
  title: 'Exceptions and panics',
  about:
    'What the runtimes of Python, Java, .NET, Node, Rust, Go and PHP print when nobody catches: an exception or panic, and its stack trace below.',
  source: 'docs.python.org traceback; java.lang.Thread.UncaughtExceptionHandler; doc.rust-lang.org std::panic',
  type: null,
  generic: true,
  mayContinue: true,
  reads: 'text',
  read,
  takeLine,
  examples: [
    { text: 'Traceback (most recent call last):', event: { severity: 'error' } },
    {
      text: 'Exception in thread "main" java.lang.IllegalStateException: cart is gone',
      event: { severity: 'error', message: 'Exception in thread "main" java.lang.IllegalStateException: cart is gone' },
    },
    { text: 'java.io.IOException: no disk', event: { severity: 'error' } },
    { text: 'TypeError [ERR_CART]: cart is not a function', event: { severity: 'error' } },
    { text: "thread 'main' panicked at src/main.rs:3:5:", event: { severity: 'critical' } },
    { text: 'Unhandled exception. System.InvalidOperationException: cart', event: { severity: 'critical' } },
    { text: 'fatal error: all goroutines are asleep - deadlock!', event: { severity: 'critical' } },
    { text: '/app/cart.js:10', event: { severity: 'critical' } },
    { text: '(node:7) Warning: a promise was rejected', event: { severity: 'warning' } },
    { text: 'cart.js:10 opened', event: null },
    { text: 'The exception was caught', event: null },
    { text: 'Terror: a film', event: null },
    { text: 'shop.cart.Cart: opened', event: null },
  ],
};

function read(text: string, event: LogEvent): Reading {
  const head = text.slice(0, LOOK_MAX);
  if (!FIRST_LETTERS.has(head.charAt(0)) && !/Exception|Error|[jt]sx?:\d/.test(head)) return NOT_MINE;
  const opening = OPENINGS.find(([pattern]) => pattern.test(head));
  if (opening === undefined) return NOT_MINE;
  event.severity = opening[1];
  event.message = plainText(text);
  return READ;
}

/** Python and Node name the exception below; a person reads it first. */
function takeLine(line: string, event: LogEvent): string | null {
  const { message } = event;
  const head = line.slice(0, LOOK_MAX);
  const named = message === TRACEBACK ? EXCEPTION.test(head) : NODE_PLACE.test(message) && NODE_EXCEPTION.test(head);
  if (!named) return null;
  event.message = `${plainText(head)}\n${message}`;
  return line;
}
