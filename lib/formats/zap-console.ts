import { type LogEvent, severityFromWord } from '@/lib/events';
import { type JsonObject, NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { readJsonRecord } from './json-record';
import { plainObject } from './plain-object';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';

const TAB = 9;
const LEVEL_MAX = 8;
const CALLER = /^[\w./@-]{1,200}\.go:\d{1,7}$/;
const LOGGER = /^[\w./@:-]{1,200}$/;

const scanner = new TimestampScanner();

export const zapConsole: TextFormat = {
  name: 'zap-console',
  title: 'zap on a console',
  about:
    'What operators write in development mode: time, level, logger, place in the code and message between tabs, fields as JSON behind.',
  source: 'go.uber.org/zap/zapcore, console_encoder.go',
  type: null,
  headed: true,
  reads: 'text',
  read,
  examples: [
    {
      text: '2024-05-06T07:08:09.250Z\tINFO\toperator.main\tcart/start.go:63\topening\t{"namespace": "shop", "carts": 3}',
      event: {
        time: 1_714_979_289_250_000,
        timeGuess: 0,
        severity: 'info',
        message: 'opening',
        caller: 'cart/start.go:63',
        namespace: 'shop',
        attributes: { logger: 'operator.main', carts: 3 },
      },
    },
    {
      text: '2024-05-06T07:08:09.250+0200\terror\tsetup\tcannot open\t{"error": "no disk"}',
      event: {
        time: 1_714_972_089_250_000,
        severity: 'error',
        caller: 'setup',
        message: 'cannot open: no disk',
      },
    },
    { text: '2024-05-06T07:08:09Z\tWARN\tslow cart', event: { severity: 'warning', message: 'slow cart' } },
    { text: '2024-05-06T07:08:09Z\tcart\tnot a level', event: null },
    { text: '2024-05-06T07:08:09Z INFO no tabs', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (!scanner.scanDateTime(text, 0) || text.charCodeAt(scanner.end) !== TAB) return NOT_MINE;
  const levelStart = scanner.end + 1;
  const levelEnd = text.indexOf('\t', levelStart);
  if (levelEnd === -1 || levelEnd - levelStart > LEVEL_MAX) return NOT_MINE;
  const severity = severityFromWord(text.slice(levelStart, levelEnd));
  if (severity === null) return NOT_MINE;
  if (scanner.zoned) context.clock.setFull(event, scanner.micros);
  else context.clock.setWithoutZone(event, scanner.micros);
  event.severity = severity;
  const parts = text.slice(levelEnd + 1).split('\t');
  const fields = fieldsOf(parts.at(-1) ?? '');
  if (fields !== null) parts.pop();
  readPlace(parts, event);
  const error = fields?.error;
  const message = typeof error === 'string' && error !== '' ? `${parts.join('\t')}: ${error}` : parts.join('\t');
  event.message = plainText(message);
  if (fields !== null) readJsonRecord(fields, event, context);
  return READ;
}

/** Takes logger and place in the code off the parts before the message. */
function readPlace(parts: string[], event: LogEvent): void {
  const [first = '', second] = parts;
  if (second === undefined) return;
  if (CALLER.test(first)) {
    event.caller ??= first;
    parts.shift();
  } else if (LOGGER.test(first)) {
    parts.shift();
    if (!CALLER.test(second) || parts.length < 2) {
      event.caller ??= first;
      return;
    }
    event.setAttribute('logger', first);
    event.caller ??= second;
    parts.shift();
  }
}

function fieldsOf(text: string): JsonObject | null {
  if (!text.startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(text);
    // `JSON.parse` gives nothing but JSON values, and from a brace an object.
    return plainObject(value as JsonObject);
  } catch {
    return null;
  }
}
