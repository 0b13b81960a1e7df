import { type LogEvent, severityFromWord } from '@/lib/events';
import { parseSmallCount } from './addresses';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';

const SPACE = 32;
const COMMA = 44;
const OPEN_BRACKET = 91;

const scanner = new TimestampScanner();

export const rubyLogger: TextFormat = {
  name: 'ruby-logger',
  title: 'Ruby Logger',
  about: 'Ruby’s standard logger, also in Rails and Sidekiq: a letter, the time and process in brackets, the severity.',
  source: 'ruby/logger, lib/logger/formatter.rb',
  type: null,
  headed: true,
  reads: 'text',
  read,
  examples: [
    {
      text: 'W, [2024-01-02T03:04:05.678901 #12]  WARN -- cart: slow',
      event: { time: 1704164645678901, timeGuess: 2, severity: 'warning', pid: 12, caller: 'cart', message: 'slow' },
    },
    {
      text: 'I, [2024-01-02T03:04:05.678901 #12]  INFO -- : [7f3a] Started GET "/"',
      event: { severity: 'info', caller: null, message: '[7f3a] Started GET "/"' },
    },
    { text: 'A, [2024-01-02T03:04:05 #12]   ANY -- : always', event: { severity: null, message: 'always' } },
    { text: 'I, [2024-01-02T03:04:05.678901]  INFO -- : no process', event: null },
    { text: 'I, for one, am ready', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.charCodeAt(1) !== COMMA || text.charCodeAt(2) !== SPACE || text.charCodeAt(3) !== OPEN_BRACKET) {
    return NOT_MINE;
  }
  if (!scanner.scanDateTime(text, 4)) return NOT_MINE;
  const head = /^ #(\d{1,10})\] {1,8}([A-Z]{3,7}) -- ([^\n:]{0,100}(?:::[^\n:]{1,100}){0,8}): ?/.exec(
    text.slice(scanner.end, scanner.end + 400),
  );
  if (head === null) return NOT_MINE;
  if (scanner.zoned) context.clock.setFull(event, scanner.micros);
  else context.clock.setWithoutZone(event, scanner.micros);
  event.pid ??= parseSmallCount(head[1] ?? '');
  event.severity = severityFromWord(head[2] ?? '');
  if (head[3] !== '') event.caller ??= plainText(head[3] ?? '');
  event.message = plainText(text.slice(scanner.end + head[0].length));
  return READ;
}
