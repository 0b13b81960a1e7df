import { type LogEvent, severityFromWord } from '@/lib/events';
import { readUpstream } from './access-log-upstream';
import { isAddress, parseCount } from './addresses';
import { setStatus } from './assign-field';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { endOfQuoted, unquote } from './key-values';
import { monthNumber } from './month-names';
import { plainText } from './plain-text';
import { isProxyPlace } from './proxy-place';
import type { ReadContext } from './read-context';
import { dayMicros, TimestampScanner, twoDigits } from './timestamps';
import { zoneMinutes } from './zone-names';

const MINUTE = 60_000_000;
const HEAD_MAX = 300;
/** More than any ingress controller writes behind the agent. */
const TAIL_MAX = 4001;
const QUOTE = 34;
const SLASH = 47;

const clock = new TimestampScanner();

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
    { text: '10.0.0.9 - - [07/Feb/2020:11:48:51 +0000] no request', event: null },
    { text: '10.0.0.9 - - [31/Feb/2020:11:48:51 +0000] "GET / HTTP/1.1" 200 1', event: null },
    { text: 'web - - [07/Feb/2020:11:48:51 +0000] "GET / HTTP/1.1" 200 1', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  let open = text.indexOf(' [');
  // Old versions of ingress-nginx put the client's address into brackets before the time.
  if (open !== -1 && text.charCodeAt(open + 4) !== SLASH) open = text.indexOf(' [', open + 2);
  // Behind the bracket `dd/Mon/yyyy`; the check is cheap and few lines pass it.
  if (open < 3 || open > HEAD_MAX || text.charCodeAt(open + 4) !== SLASH || text.charCodeAt(open + 8) !== SLASH)
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
  if (isProxyPlace(context)) event.type = 'network';
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

/** The referer, the agent, and what an ingress controller adds. Traefik leaves the quotes away where it has nothing to say. */
function readTail(text: string, at: number, event: LogEvent): void {
  const refererEnd = endOfText(text, at);
  if (refererEnd === at) return;
  const referer = unquote(text, at + 1, refererEnd);
  if (text.charCodeAt(at + 1) === QUOTE && referer !== '-') event.setAttribute('referer', referer.slice(0, 1024));
  const agentEnd = endOfText(text, refererEnd);
  if (agentEnd === refererEnd) return;
  const agent = unquote(text, refererEnd + 1, agentEnd);
  if (text.charCodeAt(refererEnd + 1) === QUOTE && agent !== '-' && agent !== '') event.userAgent = plainText(agent);
  readUpstream(text.slice(agentEnd, agentEnd + TAIL_MAX), event);
}

/** The place after ` "…"` or ` -`; `at` itself when neither stands there. */
function endOfText(text: string, at: number): number {
  if (text.startsWith(' "', at)) return endOfQuoted(text, at + 1);
  return text.startsWith(' - ', at) ? at + 2 : at;
}
