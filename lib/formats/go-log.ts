import type { LogEvent } from '@/lib/events';
import { parseSmallCount } from './addresses';
import { setSource } from './assign-field';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
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
  title: 'Go standard logger, nginx error log',
  about:
    'Lines that open with 2006/01/02 15:04:05, without a zone. Go’s flags may add the place in the code; nginx adds severity, process and client.',
  source: 'pkg.go.dev/log (LstdFlags, Lmicroseconds, Lshortfile); nginx ngx_log.c',
  type: null,
  headed: true,
  reads: 'text',
  read,
  examples: [
    { text: '2024/01/02 03:04:05 listening', event: { time: 1704164645000000, timeGuess: 2, message: 'listening' } },
    {
      text: '2024/01/02 03:04:05.000678 cart.go:12: opened',
      event: { time: 1704164645000678, caller: 'cart.go:12', message: 'opened' },
    },
    { text: '2024/01/02 03:04:05 [WARN] slow', event: { severity: 'warning', message: 'slow' } },
    {
      text: '2024/01/02 03:04:05 [error] 31#33: *7 open() failed, client: 10.0.0.9, server: _',
      event: {
        severity: 'error',
        pid: 31,
        srcIp: '10.0.0.9',
        message: '*7 open() failed, client: 10.0.0.9, server: _',
      },
    },
    { text: '2024/01/02 03:04', event: null },
    { text: '2024/02/30 03:04:05 no such day', event: null },
    { text: '2024-01-02 03:04:05 dashes', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.charCodeAt(4) !== SLASH || !scanner.scanDateTime(text, 0)) return NOT_MINE;
  if (scanner.end < text.length && text.charCodeAt(scanner.end) !== SPACE) return NOT_MINE;
  if (scanner.zoned) context.clock.setFull(event, scanner.micros);
  else context.clock.setWithoutZone(event, scanner.micros);
  let at = scanner.end + 1;
  if (severity.scan(text, at, false)) {
    event.severity = severity.severity;
    at = severity.end;
  }
  const head = text.slice(at, at + LOOK_MAX);
  const process = /^(\d{1,10})#\d{1,10}: /.exec(head);
  const place = process === null ? /^([\w./-]{1,150}\.go:\d{1,7}): /.exec(head) : null;
  if (process !== null) {
    event.pid ??= parseSmallCount(process[1] ?? '');
    readClient(text, at, event);
  }
  if (place !== null) event.caller = place[1] ?? null;
  event.message = plainText(text.slice(at + ((process ?? place)?.[0].length ?? 0)));
  return READ;
}

function readClient(text: string, at: number, event: LogEvent): void {
  const client = text.indexOf(', client: ', at);
  if (client === -1) return;
  const end = text.indexOf(',', client + 10);
  setSource(event, text.slice(client + 10, end === -1 ? client + 60 : end));
}
