import type { LogEvent } from '@/lib/events';
import { streamAt } from './cri';
import { NOT_MINE, type Reading, type TextFormat } from './format';
import { DIGITS } from './openings';
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
  needsColon: true,
  opensWith: DIGITS,
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
    {
      text: '2021-08-03T09:30:49.755946371Z {"msg":"in pie2021-08-03T09:30:49.756000001Z ces"}',
      event: { time: 1627983049755946 },
      content: '{"msg":"in pieces"}',
    },
    {
      text: '2021-08-03T09:30:49.755946371Z Waiting.2021-08-03T09:30:50.755946371Z .2021-08-03T09:30:51.755946371Z ',
      event: { time: 1627983049755946 },
      content: 'Waiting..',
    },
    {
      text: '2021-08-03T09:30:49.755946371Z since "2021-08-03T09:30:49.756000001Z" or 2021-08-03T09:30:49.756000002Z ago',
      event: {},
      content: 'since "2021-08-03T09:30:49.756000001Z" or 2021-08-03T09:30:49.756000002Z ago',
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
  // Legacy audit lines open with such a time of their own.
  if (text.startsWith('AUDIT: id="', end + 1)) return NOT_MINE;
  if (scanner.fractionDigits < NANO_DIGITS) {
    if (!context.headers.has(NAME)) return NOT_MINE;
  } else if (streamAt(text, end + 1) !== null && isCriTag(text, end + 8)) return NOT_MINE;
  else if (!context.headers.has(NAME)) context.headers.set(NAME, []);
  context.clock.setFull(event, micros);
  return withoutGluedTimes(text, end + 1, micros);
}

/**
 * The content from `at` on. What a runtime stored in pieces, because it was long or lacked its newline, comes on one line
 * with the time of each piece glued to the end of the one before; those times are left out.
 */
function withoutGluedTimes(text: string, at: number, micros: number): string {
  const day = text.slice(0, 11);
  let place = text.indexOf(day, at);
  if (place === -1) return text.slice(at);
  const kept: string[] = [];
  let from = at;
  for (; place !== -1; place = text.indexOf(day, place + 1)) {
    if (place === at || !isLetterOrMark(text.charCodeAt(place - 1)) || !scanner.scanDateTime(text, place)) continue;
    const glued = scanner.zoned && scanner.fractionDigits >= NANO_DIGITS && scanner.micros >= micros;
    if (!glued || text.charCodeAt(scanner.end) !== SPACE) continue;
    kept.push(text.slice(from, place));
    from = scanner.end + 1;
  }
  return kept.join('') + text.slice(from);
}

/** Whether a time behind this character is glued to it; one that is part of the text stands behind a blank, a quote, `=`. */
function isLetterOrMark(code: number): boolean {
  const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code >= 128;
  return letter || (code >= 48 && code <= 57) || code === 46 || code === 125 || code === 93 || code === 41;
}

function isCriTag(text: string, at: number): boolean {
  const tag = text[at];
  const next = text[at + 1];
  return (tag === 'F' || tag === 'P') && (next === undefined || next === ' ' || next === ':');
}
