import type { LogEvent } from '@/lib/events';
import { setSource, setStatus } from './assign-field';
import { parseDuration } from './durations';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { severityOfStatus } from './http-request';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';

const MARK = '[GIN] ';
const DATE_LENGTH = 10;

const scanner = new TimestampScanner();

const REQUEST =
  /^ \| {1,4}(\d{3}) {1,4}\| {0,20}([\d.]{1,16}[a-zµμ]{1,2}(?:[\d.]{1,12}m?s)?) {0,20}\| {0,45}([\da-fA-F.:]{2,45}) {0,20}\| ?([A-Z]{3,10}) {1,10}"?([^"]{1,8192})"?/;

export const gin: TextFormat = {
  name: 'gin',
  title: 'Gin requests',
  about: 'The request log of Go’s Gin framework: status, duration, client, method and path between bars.',
  source: 'gin-gonic/gin, logger.go (defaultLogFormatter)',
  type: null,
  reads: 'text',
  opensWith: '[',
  read,
  examples: [
    {
      text: '[GIN] 2024/01/02 - 03:04:05 | 503 |    1.503661ms |        10.0.0.9 | GET      "/carts?id=7"',
      event: {
        time: 1704164645000000,
        timeGuess: 2,
        status: 503,
        durationMs: 1.503661,
        srcIp: '10.0.0.9',
        method: 'GET',
        path: '/carts?id=7',
        severity: 'error',
        message: 'GET /carts?id=7 503',
      },
    },
    { text: '[GIN] 2024/01/02 - 03:04:05 | 200 |     1m2s |       ::1 | POST     /a', event: { durationMs: 62_000 } },
    { text: '[GIN] 2024/01/02 - 03:04:05 recovered', event: null },
    { text: '[GIN-debug] GET /carts --> main.carts (3 handlers)', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (!text.startsWith(MARK)) return NOT_MINE;
  const start = MARK.length;
  const date = text.slice(start, start + DATE_LENGTH);
  const time = text.slice(start + DATE_LENGTH + 3, start + DATE_LENGTH + 11);
  if (!scanner.scanDateTime(`${date} ${time}`, 0)) return NOT_MINE;
  const request = REQUEST.exec(text.slice(start + DATE_LENGTH + 11));
  if (request === null) return NOT_MINE;
  context.clock.setWithoutZone(event, scanner.micros);
  setStatus(event, request[1] ?? '');
  event.severity = severityOfStatus(event.status);
  event.durationMs = parseDuration(request[2] ?? '');
  setSource(event, request[3] ?? '');
  event.protocol = 'http';
  event.method = request[4] ?? null;
  event.path = plainText(request[5] ?? '');
  event.message = `${event.method} ${event.path} ${request[1]}`;
  return READ;
}
