import type { LogEvent } from '@/lib/events';
import { readAccessTail } from './access-log-tail';
import { parseCount, parseEndpoint } from './addresses';
import { setStatus } from './assign-field';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { readRequestLine, severityOfStatus } from './http-request';
import { cut } from './json-value';
import { endOfQuoted } from './key-values';
import { monthNumber } from './month-names';
import { plainText } from './plain-text';
import { isProxyPlace } from './proxy-place';
import type { ReadContext } from './read-context';
import { dayMicros, TimestampScanner, twoDigits } from './timestamps';
import { zoneMinutes } from './zone-names';

const MINUTE = 60_000_000;
const HEAD_MAX = 300;

const clock = new TimestampScanner();

export const accessLog: TextFormat = {
  name: 'access-log',
  title: 'HTTP access log',
  about:
    'Common and combined log format (nginx, Apache, gunicorn, Jetty, Tomcat, Traefik, Python’s http.server), with a virtual host before it or a response time behind it, and ingress-nginx with its upstream.',
  source: 'httpd.apache.org mod_log_config; kubernetes.github.io/ingress-nginx, log format',
  type: null,
  reads: 'text',
  needsColon: true,
  read,
  examples: [
    {
      text: '10.0.0.9 - ann [07/Feb/2020:11:48:51 +0100] "GET /carts?id=7 HTTP/1.1" 503 59 "-" "curl/7.54.0"',
      event: {
        time: 1581072531000000,
        timeGuess: 0,
        srcIp: '10.0.0.9',
        user: 'ann',
        method: 'GET',
        path: '/carts?id=7',
        status: 503,
        bytes: 59,
        userAgent: 'curl/7.54.0',
        severity: 'error',
        protocol: 'http',
        message: 'GET /carts?id=7 503',
      },
    },
    {
      text: '10.0.0.9 - - [07/Feb/2020:11:48:51 +0000] "POST /carts HTTP/2.0" 200 59 "http://shop/" "curl" 89 0.021 [shop-web-80] [] 10.1.0.5:8080 59 0.020 200 52',
      event: {
        type: 'network',
        durationMs: 21,
        dstIp: '10.1.0.5',
        dstPort: 8080,
        severity: 'info',
        attributes: {
          referer: 'http://shop/',
          request_length: 89,
          upstream: 'shop-web-80',
          upstream_status: 200,
          upstream_response_time_ms: 20,
          request_id: '52',
        },
      },
    },
    {
      text: '10.0.0.9 - [10.0.0.9] - - [07/Feb/2020:11:48:51 +0000] "GET /carts HTTP/1.1" 502 59 "-" "curl" 89 2.021 [shop-web-80] 10.1.0.5:8080, 10.1.0.6:8080 0, 59 1.000, 1.020 504, 502',
      event: { type: 'network', durationMs: 2021, dstIp: '10.1.0.6', dstPort: 8080, severity: 'error' },
    },
    {
      text: '10.0.0.9 - - [07/Feb/2020:11:48:51 +0000] "GET /ui HTTP/2.0" 200 2814 - "curl" 13 "shop@kubernetes" "http://10.1.0.5:8080" 247ms',
      event: { type: 'network', durationMs: 247, dstIp: '10.1.0.5', dstPort: 8080, userAgent: 'curl' },
    },
    {
      text: '::ffff:10.130.0.1 - - [03/Aug/2021 09:26:29] "GET / HTTP/1.1" 200 -',
      event: { time: 1627982789000000, timeGuess: 2, srcIp: '::ffff:10.130.0.1', status: 200, bytes: null },
    },
    {
      text: '10.0.0.2, 10.0.0.1 - - [07/Feb/2020:11:48:51 +0000] "\\x16\\x03" 400 150 "-" "-"',
      event: { srcIp: '10.0.0.2', method: null, status: 400, severity: 'warning', message: '\\x16\\x03 400' },
    },
    {
      text: 'shop.example:443 10.0.0.9 - - [07/Feb/2020:11:48:51 +0000] "GET / HTTP/1.1" 200 1 "-" "curl" 0.250 "192.0.2.7, 10.0.0.9"',
      event: {
        host: 'shop.example',
        srcIp: '10.0.0.9',
        durationMs: 250,
        attributes: { x_forwarded_for: '192.0.2.7, 10.0.0.9' },
      },
    },
    {
      text: 'web-1 - - [07/Feb/2020:11:48:51 +0000] "GET http://shop.example:80/a HTTP/1.1" 200 1',
      event: { srcIp: null, host: 'shop.example', path: '/a', attributes: { client: 'web-1' } },
    },
    {
      text: '10.0.0.9 - - [7/Feb/2020:11:48:51 +0000] "POST /carts HTTP/1.1" 200 1 "-" "curl"',
      event: { time: Date.UTC(2020, 1, 7, 11, 48, 51) * 1000, status: 200 },
    },
    { text: '10.0.0.9 - - [07/Feb/2020:11:48:51 +0000] no request', event: null },
    { text: '10.0.0.9 - - [7/Feb] "GET / HTTP/1.1" 200 1', event: null },
    { text: 'web: INFO 10.0.0.9 - - [07/Feb/2020 11:48:51] "GET / HTTP/1.1" 200 -', event: null },
    { text: '10.0.0.9 - - [31/Feb/2020:11:48:51 +0000] "GET / HTTP/1.1" 200 1', event: null },
    { text: '10.0.0.9 - - [07/Feb/2020:11:48:51 +0000] "GET / HTTP/1.1" soon', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  const open = startOfTime(text);
  if (open === -1) return NOT_MINE;
  const client = clientOf(text.slice(0, open));
  const close = text.indexOf('] "', open);
  if (client === null || close === -1 || close - open > 40) return NOT_MINE;
  const slash = text.indexOf('/', open);
  const month = monthNumber(text.slice(slash + 1, slash + 4));
  const day = dayMicros(year(text, slash + 5), month, Number(text.slice(open + 2, slash)));
  if (Number.isNaN(day) || !clock.scanClock(text, slash + 10)) return NOT_MINE;
  const requestEnd = endOfQuoted(text, close + 2);
  const answer = /^ (\d{3}) (\d{1,15}|-)(?= |$)/.exec(text.slice(requestEnd, requestEnd + 24));
  if (answer === null) return NOT_MINE;

  const micros = day + clock.micros;
  const zone = zoneMinutes(text.slice(clock.end + 1, close));
  if (zone === null) context.clock.setWithoutZone(event, micros);
  else context.clock.setFull(event, micros - zone * MINUTE);
  setClient(client, event);
  event.protocol = 'http';
  if (isProxyPlace(context, event)) event.type = 'network';
  setStatus(event, answer[1] ?? '');
  event.bytes = parseCount(answer[2] ?? '');
  event.severity = severityOfStatus(event.status);
  readRequestLine(plainText(text.slice(close + 3, requestEnd - 1)), event);
  readAccessTail(text, requestEnd + answer[0].length, event);
  return READ;
}

/** Servers write a day of one digit with a zero before it, what imitates them may not. */
const DAY_AND_MONTH = /^\d{1,2}\/[^\s/]{3}\//;

/**
 * The place of ` [dd/Mon/yyyy`, or -1; the check is cheap and few lines pass it. Old ingress-nginx has a bracket with an
 * address before it.
 */
function startOfTime(text: string): number {
  let open = text.indexOf(' [');
  for (let brackets = 0; brackets < 2 && open > 2 && open < HEAD_MAX; brackets++) {
    if (DAY_AND_MONTH.test(text.slice(open + 2, open + 9))) return open;
    open = text.indexOf(' [', open + 2);
  }
  return -1;
}

function year(text: string, at: number): number {
  return twoDigits(text, at) * 100 + twoDigits(text, at + 2);
}

interface Client {
  readonly address: string | null;
  /** The client's name where it was looked up, or the virtual host before its address. */
  readonly name: string | null;
  readonly user: string | null;
}

const NAME = /^(?:[A-Za-z][\w-]{0,62}(?:\.[\w-]{1,63}){0,20}(?::\d{0,5})?|unix:)$/;

/**
 * `client identity user` before the time. A proxy may put a list of addresses, Apache the virtual host before them; the
 * client may be a name where it was looked up.
 */
function clientOf(head: string): Client | null {
  const words = head.split(' ', 16);
  if (words.length < 3 || words.length > 15) return null;
  const last = words.at(-1) ?? '-';
  const user = last === '-' || last === '""' ? null : last;
  let address: string | null = null;
  let name: string | null = null;
  for (const [place, quoted] of words.slice(0, -2).entries()) {
    const word = quoted.replace(/^["']|["',]{1,2}$/g, '');
    if (word === '-') continue;
    if (parseEndpoint(word) !== null) address ??= word;
    else if (!NAME.test(word) || (place > 0 && word !== name)) return null;
    else name = word;
  }
  return address === null && name === null ? null : { address, name, user };
}

function setClient({ address, name, user }: Client, event: LogEvent): void {
  if (user !== null) event.user = cut(plainText(user));
  const endpoint = address === null ? null : parseEndpoint(address);
  event.srcIp = endpoint?.ip ?? null;
  event.srcPort = endpoint?.port ?? null;
  if (endpoint === null) event.setAttribute('client', name);
  else if (name !== null) event.host = name.replace(/:\d{0,5}$/, '');
}
