import type { LogEvent, Severity } from '@/lib/events';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { DIGITS } from './openings';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';

const UPPER_T = 84;

const scanner = new TimestampScanner();
const HEAD = /^ ([FEWID])\d? {1,2}([A-Z_]{2,10}|-) {1,10}\[([^\]]{1,80})\] /;
const SEVERITIES: Readonly<Record<string, Severity>> = {
  F: 'critical',
  E: 'error',
  W: 'warning',
  I: 'info',
  D: 'debug',
};

export const mongodbText: TextFormat = {
  name: 'mongodb-text',
  title: 'MongoDB before 4.4',
  about:
    'A time with its zone, one letter of severity, component and context. Slow operations end with their milliseconds.',
  source: 'https://www.mongodb.com/docs/v4.2/reference/log-messages/',
  type: null,
  headed: true,
  reads: 'text',
  needsColon: true,
  opensWith: DIGITS,
  read,
  examples: [
    {
      text: '2024-01-02T03:04:05.678+0000 W  COMMAND  [conn7] command shop.carts find planSummary: COLLSCAN 1503ms',
      event: {
        time: 1704164645678000,
        timeGuess: 0,
        severity: 'warning',
        caller: 'COMMAND',
        durationMs: 1503,
        attributes: { context: 'conn7' },
      },
    },
    {
      text: '2024-01-02T03:04:05.678+0000 I  -        [initandlisten] ready',
      event: { caller: null, message: 'ready' },
    },
    { text: '2024-01-02T03:04:05.678+0000 I am ready', event: null },
    { text: '2024-01-02 03:04:05.678 I  COMMAND  [conn7] no zone', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.charCodeAt(10) !== UPPER_T || !scanner.scanDateTime(text, 0) || !scanner.zoned) return NOT_MINE;
  const head = HEAD.exec(text.slice(scanner.end, scanner.end + 120));
  if (head === null) return NOT_MINE;
  context.clock.setFull(event, scanner.micros);
  event.severity = SEVERITIES[head[1] ?? ''] ?? null;
  event.caller ??= head[2] === '-' ? null : (head[2] ?? null);
  event.setAttribute('context', head[3]);
  const duration = head[2] === 'COMMAND' || head[2] === 'WRITE' ? / (\d{1,12})ms$/.exec(text.slice(-20)) : null;
  if (duration !== null) event.durationMs = Number(duration[1]);
  event.message = plainText(text.slice(scanner.end + head[0].length));
  return READ;
}
