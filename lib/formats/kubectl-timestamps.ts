import type { LogEvent } from '@/lib/events';
import { streamAt } from './cri';
import { NOT_MINE, type Reading, type TextFormat } from './format';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';

const SPACE = 32;
const UPPER_T = 84;

/** Loggers write micro- or milliseconds; Go's RFC3339Nano has fewer than seven digits once in a thousand lines. */
const NANO_DIGITS = 7;
const NAME = 'kubectl-timestamps';

const scanner = new TimestampScanner();

export const kubectlTimestamps: TextFormat = {
  name: NAME,
  title: 'kubectl logs --timestamps',
  about:
    'A nanosecond time before each line, as `kubectl logs --timestamps` and must-gather write it. The stream is not told.',
  source: 'kubernetes/kubernetes, pkg/kubelet/kuberuntime/logs (timeFormatOut)',
  type: null,
  envelope: true,
  reads: 'text',
  read,
  examples: [
    {
      text: '2021-08-03T09:30:49.755946371Z Waiting for the port',
      event: { time: 1627983049755946, timeGuess: 0 },
      content: 'Waiting for the port',
    },
    { text: '2021-08-03T09:30:49.755946371+02:00 ', event: { time: 1627975849755946 }, content: '' },
    {
      text: '2021-08-03T09:30:50.5Z nanoseconds seen before',
      before: ['2021-08-03T09:30:49.755946371Z first'],
      event: { time: 1627983050500000 },
      content: 'nanoseconds seen before',
    },
    { text: '2021-08-03T09:30:50.5Z a logger of its own', event: null },
    { text: '2021-08-03 09:30:49.755946371Z no T between', event: null },
    { text: '2021-08-03T09:30:49.755946371Z stdout F that is CRI', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.charCodeAt(10) !== UPPER_T || !scanner.scanDateTime(text, 0) || !scanner.zoned) return NOT_MINE;
  const { end, micros } = scanner;
  if (end < text.length && text.charCodeAt(end) !== SPACE) return NOT_MINE;
  if (scanner.fractionDigits < NANO_DIGITS) {
    if (!context.headers.has(NAME)) return NOT_MINE;
  } else if (streamAt(text, end + 1) !== null && isCriTag(text, end + 8)) return NOT_MINE;
  else if (!context.headers.has(NAME)) context.headers.set(NAME, []);
  context.clock.setFull(event, micros);
  return text.slice(end + 1);
}

function isCriTag(text: string, at: number): boolean {
  const tag = text[at];
  const next = text[at + 1];
  return (tag === 'F' || tag === 'P') && (next === undefined || next === ' ' || next === ':');
}
