import { type LogEvent, severityFromWord } from '@/lib/events';
import { isAddress, parseCount, parseEndpoint } from './addresses';
import { setStatus } from './assign-field';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { endOfQuoted, unquote } from './key-values';
import { monthNumber } from './month-names';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { dayMicros, TimestampScanner, twoDigits } from './timestamps';
import { zoneMinutes } from './zone-names';

const MINUTE = 60_000_000;
const HEAD_MAX = 300;

const clock = new TimestampScanner();

/** nginx-ingress behind the agent: request length and seconds, upstream's name, its addresses and what they answered. */
const INGRESS =
  /^ (\d{1,12}) ([\d.]{1,16}) \[([^\]]{0,300})\] (?:\[([^\]]{0,300})\] )?(\S{1,100}(?:, \S{1,100}){0,20})? ?(.{0,400})$/;

export const accessLog: TextFormat = {
  name: 'access-log',
  title: 'HTTP access log',
  about:
    'Common and combined log format (nginx, Apache, Traefik, Python’s http.server), and ingress-nginx with its upstream behind.',
  source: 'httpd.apache.org mod_log_config; kubernetes.github.io/ingress-nginx, log format',
  type: null,
  reads: 'text',
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
        attributes: { referer: 'http://shop/', request_length: 89, upstream: 'shop-web-80' },
      },
    },
    {
      text: '::ffff:10.130.0.1 - - [03/Aug/2021 09:26:29] "GET / HTTP/1.1" 200 -',
      event: { time: 1627982789000000, timeGuess: 2, srcIp: '::ffff:10.130.0.1', status: 200, bytes: null },
    },
    {
      text: '10.0.0.2, 10.0.0.1 - - [07/Feb/2020:11:48:51 +0000] "\\x16\\x03" 400 150 "-" "-"',
      event: { srcIp: '10.0.0.2', method: null, status: 400, severity: 'warning', message: '\\x16\\x03 400' },
    },
    { text: '10.0.0.9 - - [07/Feb/2020:11:48:51 +0000] no request', event: null },
    { text: '10.0.0.9 - - [31/Feb/2020:11:48:51 +0000] "GET / HTTP/1.1" 200 1', event: null },
    { text: 'web - - [07/Feb/2020:11:48:51 +0000] "GET / HTTP/1.1" 200 1', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  const open = text.indexOf(' [');
  // Behind the bracket `dd/Mon/yyyy`; the check is cheap and few lines pass it.
  if (open < 3 || open > HEAD_MAX || text.charCodeAt(open + 4) !== 47 || text.charCodeAt(open + 8) !== 47)
    return NOT_MINE;
  const client = clientOf(text.slice(0, open));
  const close = text.indexOf('] "', open);
  if (client === null || close === -1 || close - open > 40) return NOT_MINE;
  const day = dayMicros(year(text, open + 9), monthNumber(text.slice(open + 5, open + 8)), twoDigits(text, open + 2));
  if (Number.isNaN(day) || !clock.scanClock(text, open + 14)) return NOT_MINE;
  const requestEnd = endOfQuoted(text, close + 2);
  const answer = /^ (\d{3}) (\d{1,15}|-)(?= |$)/.exec(text.slice(requestEnd, requestEnd + 24));
  if (answer === null) return NOT_MINE;

  const micros = day + clock.micros;
  const zone = zoneMinutes(text.slice(clock.end + 1, close));
  if (zone === null) context.clock.setWithoutZone(event, micros);
  else context.clock.setFull(event, micros - zone * MINUTE);
  event.srcIp = client.ip;
  if (client.user !== null) event.user = client.user;
  event.protocol = 'http';
  setStatus(event, answer[1] ?? '');
  event.bytes = parseCount(answer[2] ?? '');
  event.severity = severityOf(event.status);
  readRequest(plainText(text.slice(close + 3, requestEnd - 1)), event);
  readTail(text, requestEnd + answer[0].length, event);
  return READ;
}

function year(text: string, at: number): number {
  return twoDigits(text, at) * 100 + twoDigits(text, at + 2);
}

/** `address identity user` before the time; a proxy may put a list of addresses, old ingress-nginx a bracket. */
function clientOf(head: string): { ip: string; user: string | null } | null {
  const words = head.split(' ');
  const ip = words[0]?.replace(/,$/, '') ?? '';
  const user = words.at(-1) ?? '-';
  return words.length >= 3 && isAddress(ip) ? { ip, user: user === '-' ? null : user } : null;
}

function severityOf(status: number | null) {
  return severityFromWord(status === null || status < 400 ? 'info' : status < 500 ? 'warning' : 'error');
}

function readRequest(request: string, event: LogEvent): void {
  const space = request.indexOf(' ');
  const method = request.slice(0, space);
  if (space > 0 && space < 20 && /^[A-Z]+$/.test(method)) {
    const version = request.lastIndexOf(' HTTP/');
    event.method = method;
    event.path = request.slice(space + 1, version > space ? version : undefined);
    event.message = `${method} ${event.path} ${event.status}`;
  } else event.message = `${request} ${event.status}`;
}

/** The referer, the agent, and what ingress-nginx adds. */
function readTail(text: string, at: number, event: LogEvent): void {
  if (!text.startsWith(' "', at)) return;
  const refererEnd = endOfQuoted(text, at + 1);
  const referer = unquote(text, at + 1, refererEnd);
  if (referer !== '-') event.setAttribute('referer', referer.slice(0, 1024));
  if (!text.startsWith(' "', refererEnd)) return;
  const agentEnd = endOfQuoted(text, refererEnd + 1);
  const agent = unquote(text, refererEnd + 1, agentEnd);
  if (agent !== '-' && agent !== '') event.userAgent = plainText(agent);
  const ingress = INGRESS.exec(text.slice(agentEnd, agentEnd + 2000));
  if (ingress === null) return;
  event.type = 'network';
  event.durationMs = Number((Number(ingress[2]) * 1000).toFixed(3));
  event.setAttribute('request_length', parseCount(ingress[1] ?? ''));
  event.setAttribute('upstream', ingress[3]);
  const upstream = parseEndpoint(ingress[5]?.split(', ').at(-1) ?? '');
  event.dstIp = upstream?.ip ?? null;
  event.dstPort = upstream?.port ?? null;
}
