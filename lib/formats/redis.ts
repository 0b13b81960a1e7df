import type { LogEvent, Severity } from '@/lib/events';
import { parseSmallCount } from './addresses';
import { DateTimeScanner } from './date-times';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { DIGITS } from './openings';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { isDigit } from './timestamps';

const SPACE = 32;
const HEAD = /^(\d{1,10}):([XCSM]) (?=\d)/;
const SIGNAL = /^(\d{1,10}):signal-handler \((\d{10})\) /;

const dates = new DateTimeScanner();

const LEVELS: Readonly<Record<string, Severity>> = { '.': 'debug', '-': 'info', '*': 'notice', '#': 'warning' };
const ROLES: Readonly<Record<string, string>> = { X: 'sentinel', C: 'child', S: 'replica', M: 'primary' };

export const redis: TextFormat = {
  name: 'redis',
  title: 'Redis, Valkey',
  about: 'The server’s log: process, role as a letter, time without a zone, and a mark for the severity.',
  source: 'redis/redis, src/server.c (serverLogRaw)',
  type: null,
  headed: true,
  reads: 'text',
  opensWith: DIGITS,
  read,
  examples: [
    {
      text: '7:M 02 Jan 2024 03:04:05.678 # WARNING: no memory',
      event: {
        time: 1704164645678000,
        timeGuess: 2,
        pid: 7,
        severity: 'warning',
        attributes: { role: 'primary' },
        message: 'WARNING: no memory',
      },
    },
    { text: '12:X 02 Jan 2024 03:04:05.678 * +monitor', event: { severity: 'notice', message: '+monitor' } },
    {
      text: '1:signal-handler (1704164645) Received SIGINT, asking to stop',
      event: { time: 1704164645000000, pid: 1, message: 'Received SIGINT, asking to stop' },
    },
    { text: '7:Q 02 Jan 2024 03:04:05.678 * no such role', event: null },
    { text: '7:M 02 Jan 2024 03:04:05.678 ready', event: null },
    { text: '7:M minutes', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (!isDigit(text.charCodeAt(0))) return NOT_MINE;
  const head = HEAD.exec(text.slice(0, 16));
  if (head === null) return readSignal(text, event, context);
  if (!dates.scan(text, head[0].length)) return NOT_MINE;
  const mark = dates.end + 1;
  const severity = LEVELS[text.charAt(mark)];
  if (severity === undefined || text.charCodeAt(mark - 1) !== SPACE || text.charCodeAt(mark + 1) !== SPACE) {
    return NOT_MINE;
  }
  dates.set(event, context);
  event.pid ??= parseSmallCount(head[1] ?? '');
  event.severity = severity;
  event.setAttribute('role', ROLES[head[2] ?? '']);
  event.message = plainText(text.slice(mark + 2));
  return READ;
}

/** A signal handler may not format a date, so it writes seconds. */
function readSignal(text: string, event: LogEvent, context: ReadContext): Reading {
  const head = SIGNAL.exec(text.slice(0, 64));
  if (head === null) return NOT_MINE;
  context.clock.setFull(event, Number(head[2]) * 1_000_000);
  event.pid ??= parseSmallCount(head[1] ?? '');
  event.severity = 'warning';
  event.message = plainText(text.slice(head[0].length));
  return READ;
}
