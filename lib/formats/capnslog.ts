import type { LogEvent, Severity } from '@/lib/events';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { DIGITS } from './openings';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';

const MINUS = 45;
const SPACE = 32;
const PACKAGE_MAX = 80;

const scanner = new TimestampScanner();

export const capnslog: TextFormat = {
  name: 'capnslog',
  title: 'capnslog (older etcd)',
  about: 'etcd before 3.4: a time without a zone, one letter of severity, the package.',
  source: 'coreos/pkg, capnslog/formatters.go (PrettyFormatter)',
  type: null,
  headed: true,
  reads: 'text',
  needsColon: true,
  opensWith: DIGITS,
  read,
  examples: [
    {
      text: '2019-06-05 07:08:09.123456 W | raft: lost the leader',
      event: { time: 1559718489123456, timeGuess: 2, severity: 'warning', caller: 'raft', message: 'lost the leader' },
    },
    { text: '2019-06-05 07:08:09.123456 I | ready to serve', event: { caller: null, message: 'ready to serve' } },
    { text: '2019-06-05 07:08:09.123456 Z | no such severity', event: null },
    { text: '2019-06-05 07:08:09.123456 INFO | a word', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.charCodeAt(4) !== MINUS || !scanner.scanDateTime(text, 0)) return NOT_MINE;
  const at = scanner.end;
  if (text.charCodeAt(at) !== SPACE || !text.startsWith(' | ', at + 2)) return NOT_MINE;
  const severity = severityOf(text.charAt(at + 1));
  if (severity === null) return NOT_MINE;
  if (scanner.zoned) context.clock.setFull(event, scanner.micros);
  else context.clock.setWithoutZone(event, scanner.micros);
  event.severity = severity;
  const origin = /^([\w./-]{1,80}): /.exec(text.slice(at + 5, at + 5 + PACKAGE_MAX + 2));
  event.caller = origin?.[1] ?? null;
  event.message = plainText(text.slice(at + 5 + (origin?.[0].length ?? 0)));
  return READ;
}

function severityOf(letter: string): Severity | null {
  switch (letter) {
    case 'C':
      return 'critical';
    case 'E':
      return 'error';
    case 'W':
      return 'warning';
    case 'N':
      return 'notice';
    case 'I':
      return 'info';
    case 'D':
      return 'debug';
    case 'T':
      return 'trace';
    default:
      return null;
  }
}
