import { type LogEvent, severityFromWord } from '@/lib/events';
import { parseEndpoint, parseSmallCount } from './addresses';
import { setSource } from './assign-field';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { cut } from './json-value';
import { DIGITS } from './openings';
import { plainText } from './plain-text';
import { isProxyPlace } from './proxy-place';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';

const SLASH = 47;
const LOOK_MAX = 8192;

const scanner = new TimestampScanner();

const HEAD = /^ \[(debug|info|notice|warn|error|crit|alert|emerg)\] (\d{1,10})[#:]\d{1,10}:?(?: |$)(?:\*(\d{1,15}) )?/;
/** What ngx_http_log_error appends, in this order (src/http/ngx_http_request.c, ngx_http_log_error_handler). */
const DETAIL = /, (client|server|request|subrequest|upstream|host|referrer): (?:"([^"]{0,4096})"|([^\s,]{1,512}))/g;

export const nginxError: TextFormat = {
  name: 'nginx-error',
  title: 'nginx error log',
  about: 'Severity, process, connection and what happened, with client, server, request and upstream behind it.',
  source: 'nginx/nginx, src/core/ngx_log.c; src/http/ngx_http_request.c (ngx_http_log_error)',
  type: null,
  headed: true,
  reads: 'text',
  needsColon: true,
  opensWith: DIGITS,
  read,
  examples: [
    {
      text: '2024/01/02 03:04:05 [error] 31#33: *7 connect() failed (111: Connection refused) while connecting to upstream, client: 10.0.0.9, server: shop.example, request: "GET /carts?id=7 HTTP/1.1", upstream: "http://10.1.0.5:8080/carts", host: "shop.example"',
      event: {
        time: 1704164645000000,
        timeGuess: 2,
        severity: 'error',
        pid: 31,
        srcIp: '10.0.0.9',
        method: 'GET',
        path: '/carts?id=7',
        host: 'shop.example',
        dstIp: '10.1.0.5',
        dstPort: 8080,
        attributes: { connection: 7, server: 'shop.example', upstream: 'http://10.1.0.5:8080/carts' },
        message: 'connect() failed (111: Connection refused) while connecting to upstream',
      },
    },
    {
      text: '2024/01/02 03:04:05 [notice] 1#1: start worker processes',
      event: { severity: 'notice', pid: 1, message: 'start worker processes' },
    },
    {
      text: '2024/01/02 03:04:05 [crit] 31:33 open() failed',
      event: { severity: 'critical', message: 'open() failed' },
    },
    { text: '2024/01/02 03:04:05 [error] open() failed', event: null },
    { text: '2024/01/02 03:04:05 cart opened', event: null },
    { text: '2024-01-02 03:04:05 [error] 31#33: dashes', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.charCodeAt(4) !== SLASH || !scanner.scanDateTime(text, 0)) return NOT_MINE;
  const head = HEAD.exec(text.slice(scanner.end, scanner.end + 60));
  if (head === null) return NOT_MINE;
  context.clock.setWithoutZone(event, scanner.micros);
  event.severity = severityFromWord(head[1] ?? '');
  if (isProxyPlace(context, event)) event.type = 'network';
  event.pid ??= parseSmallCount(head[2] ?? '');
  if (head[3] !== undefined) event.setAttribute('connection', Number(head[3]));
  const message = text.slice(scanner.end + head[0].length);
  const details = message.indexOf(', client: ');
  if (details !== -1) readDetails(message.slice(details, details + LOOK_MAX), event);
  event.message = plainText(details === -1 ? message : message.slice(0, details));
  return READ;
}

function readDetails(details: string, event: LogEvent): void {
  for (const [, name = '', quoted, bare] of details.matchAll(DETAIL)) {
    const value = plainText(quoted ?? bare ?? '');
    if (name === 'client') setSource(event, value);
    else if (name === 'request') readRequest(value, event);
    else if (name === 'host') event.host ??= value.replace(/:\d{1,5}$/, '');
    else event.setAttribute(name, cut(value));
    if (name === 'upstream') setDestination(event, value);
  }
}

function readRequest(request: string, event: LogEvent): void {
  const parts = /^([A-Z]{3,20}) (\S{1,4096})/.exec(request);
  event.method ??= parts?.[1] ?? null;
  event.path ??= parts?.[2] ?? null;
}

function setDestination(event: LogEvent, upstream: string): void {
  const endpoint = parseEndpoint(/^[a-z]{2,10}:\/\/([^/]{1,100})/.exec(upstream)?.[1] ?? '');
  event.dstIp ??= endpoint?.ip ?? null;
  event.dstPort ??= endpoint?.port ?? null;
}
