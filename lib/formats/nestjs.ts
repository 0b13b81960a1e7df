import { type LogEvent, type Severity, severityFromWord } from '@/lib/events';
import { parseSmallCount } from './addresses';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { dayMicros, TimestampScanner } from './timestamps';

const MARK = '[Nest] ';
const HALF_DAY = 43_200_000_000;

const clock = new TimestampScanner();
const HEAD =
  /^\[Nest\] (\d{1,10}) {1,4}- (\d\d)\/(\d\d)\/(\d{4}), (\d{1,2})(:\d\d:\d\d) ([AP])M {1,10}(LOG|ERROR|WARN|DEBUG|VERBOSE|FATAL) (?:\[([^\]]{1,150})\] )?/;

export const nestjs: TextFormat = {
  name: 'nestjs',
  title: 'NestJS',
  about:
    'The console logger of Node’s NestJS: process, American date, severity, context, and how long since the last line.',
  source: 'nestjs/nest, packages/common/services/console-logger.service.ts',
  type: null,
  headed: true,
  reads: 'text',
  opensWith: '[',
  read,
  examples: [
    {
      text: '[Nest] 7  - 01/02/2024, 3:04:05 PM   ERROR [CartService] gone +2ms',
      event: {
        time: 1704207845000000,
        timeGuess: 2,
        severity: 'error',
        pid: 7,
        caller: 'CartService',
        message: 'gone +2ms',
      },
    },
    { text: '[Nest] 7  - 01/02/2024, 12:04:05 AM     LOG ready', event: { time: 1704153845000000, severity: 'info' } },
    { text: '[Nest] 7  - 13/02/2024, 3:04:05 PM     LOG no such month', event: null },
    { text: '[Nest] is ready', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (!text.startsWith(MARK)) return NOT_MINE;
  const head = HEAD.exec(text.slice(0, 260));
  if (head === null) return NOT_MINE;
  const day = dayMicros(Number(head[4]), Number(head[2]), Number(head[3]));
  const hour = Number(head[5]) % 12;
  if (Number.isNaN(day) || !clock.scanClock(`${String(hour).padStart(2, '0')}${head[6]}`, 0)) return NOT_MINE;
  context.clock.setWithoutZone(event, day + clock.micros + (head[7] === 'P' ? HALF_DAY : 0));
  event.pid ??= parseSmallCount(head[1] ?? '');
  event.severity = severityOf(head[8] ?? '');
  event.caller ??= head[9] ?? null;
  event.message = plainText(text.slice(head[0].length));
  return READ;
}

function severityOf(word: string): Severity | null {
  if (word === 'LOG') return 'info';
  return word === 'VERBOSE' ? 'trace' : severityFromWord(word);
}
