import type { LogEvent } from '@/lib/events';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { DIGITS } from './openings';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { SeverityWordScanner } from './severity-word';
import { dayMicros, TimestampScanner, twoDigits } from './timestamps';

const SLASH = 47;
const SPACE = 32;

const clock = new TimestampScanner();
const severity = new SeverityWordScanner();

export const spark: TextFormat = {
  name: 'spark',
  title: 'Spark, Hadoop',
  about: 'The console pattern of Spark’s and Hadoop’s log4j: a year of two digits, no zone, severity, class.',
  source: 'apache/spark, conf/log4j2.properties.template (yy/MM/dd HH:mm:ss)',
  type: null,
  headed: true,
  reads: 'text',
  opensWith: DIGITS,
  read,
  examples: [
    {
      text: '24/01/02 03:04:05 WARN CartJob: slow',
      event: { time: 1704164645000000, timeGuess: 2, severity: 'warning', caller: 'CartJob', message: 'slow' },
    },
    { text: '24/01/02 03:04:05 INFO ready', event: { caller: null, message: 'ready' } },
    {
      text: '240102 030405 7 INFO cart.Job$Step: opened',
      event: { time: 1704164645000000, severity: 'info', caller: 'cart.Job$Step', attributes: { thread: '7' } },
    },
    { text: '240102 030405 opened', event: null },
    { text: '24/13/02 03:04:05 INFO CartJob: no such month', event: null },
    { text: '24/01/02 03:04:05 something else', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.charCodeAt(6) === SPACE) return readCompact(text, event, context);
  if (text.charCodeAt(2) !== SLASH || text.charCodeAt(5) !== SLASH || text.charCodeAt(8) !== SPACE) return NOT_MINE;
  const day = dayMicros(2000 + twoDigits(text, 0), twoDigits(text, 3), twoDigits(text, 6));
  if (twoDigits(text, 0) < 0 || Number.isNaN(day) || !clock.scanClock(text, 9)) return NOT_MINE;
  if (text.charCodeAt(clock.end) !== SPACE || !severity.scan(text, clock.end + 1, false)) return NOT_MINE;
  context.clock.setWithoutZone(event, day + clock.micros);
  fill(text, event);
  return READ;
}

/** `240102 030405 7 INFO class: message`: older Hadoop, with the number of the thread. */
function readCompact(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.charCodeAt(13) !== SPACE) return NOT_MINE;
  const day = dayMicros(2000 + twoDigits(text, 0), twoDigits(text, 2), twoDigits(text, 4));
  const time = `${text.slice(7, 9)}:${text.slice(9, 11)}:${text.slice(11, 13)}`;
  if (twoDigits(text, 0) < 0 || Number.isNaN(day) || !clock.scanClock(time, 0)) return NOT_MINE;
  const thread = /^ (\d{1,10}) /.exec(text.slice(13, 25));
  if (!severity.scan(text, 13 + (thread?.[0].length ?? 1), false)) return NOT_MINE;
  context.clock.setWithoutZone(event, day + clock.micros);
  event.setAttribute('thread', thread?.[1]);
  fill(text, event);
  return READ;
}

function fill(text: string, event: LogEvent): void {
  event.severity = severity.severity;
  const origin = /^([\w.$]{1,150}): /.exec(text.slice(severity.end, severity.end + 160));
  event.caller = origin?.[1] ?? null;
  event.message = plainText(text.slice(severity.end + (origin?.[0].length ?? 0)));
}
