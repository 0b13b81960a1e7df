import type { LogEvent } from '@/lib/events';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { DIGITS } from './openings';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { SeverityWordScanner } from './severity-word';
import { TimestampScanner } from './timestamps';

const SLASH = 47;
const SPACE = 32;
const LOOK_MAX = 200;

const scanner = new TimestampScanner();
const severity = new SeverityWordScanner();

export const goLog: TextFormat = {
  name: 'go-log',
  title: 'Go standard logger',
  about:
    'Lines that open with 2006/01/02 15:04:05, without a zone. Flags may add the place in the code, programs a severity.',
  source: 'pkg.go.dev/log (LstdFlags, Lmicroseconds, Lshortfile)',
  type: null,
  headed: true,
  generic: true,
  reads: 'text',
  needsColon: true,
  opensWith: DIGITS,
  read,
  examples: [
    { text: '2024/01/02 03:04:05 listening', event: { time: 1704164645000000, timeGuess: 2, message: 'listening' } },
    {
      text: '2024/01/02 03:04:05.000678 cart.go:12: opened',
      event: { time: 1704164645000678, caller: 'cart.go:12', message: 'opened' },
    },
    { text: '2024/01/02 03:04:05 [WARN] slow', event: { severity: 'warning', message: 'slow' } },
    { text: '2024/01/02 03:04:05 [error] 31#33: *7 nginx', event: null },
    { text: '2024/01/02 03:04', event: null },
    { text: '2024/02/30 03:04:05 no such day', event: null },
    { text: '2024-01-02 03:04:05 dashes', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.charCodeAt(4) !== SLASH || !scanner.scanDateTime(text, 0)) return NOT_MINE;
  if (scanner.end < text.length && text.charCodeAt(scanner.end) !== SPACE) return NOT_MINE;
  let at = scanner.end + 1;
  const known = severity.scan(text, at, false);
  if (known) at = severity.end;
  const head = text.slice(at, at + LOOK_MAX);
  // nginx: process and thread behind the severity.
  if (known && /^\d{1,10}(?:#\d{1,10}: |:\d{1,10}(?: |$))/.test(head)) return NOT_MINE;
  if (scanner.zoned) context.clock.setFull(event, scanner.micros);
  else context.clock.setWithoutZone(event, scanner.micros);
  if (known) event.severity = severity.severity;
  else if (head.startsWith('http: panic serving ')) event.severity = 'error';
  const place = /^([\w./-]{1,150}\.go:\d{1,7}): /.exec(head);
  if (place !== null) event.caller = place[1] ?? null;
  event.message = plainText(text.slice(at + (place?.[0].length ?? 0)));
  return READ;
}
