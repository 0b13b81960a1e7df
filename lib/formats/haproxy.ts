import type { LogEvent } from '@/lib/events';
import { isAddress, parseCount, parseSmallCount } from './addresses';
import { setStatus } from './assign-field';
import { commonLogMicros } from './common-log-time';
import { flowSentence } from './flow-sentence';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { cut } from './json-value';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';

const LINE_MAX = 16_384;
const SLASH = 47;
const UPPER_T = 84;

const scanner = new TimestampScanner();

/** `client:port [accept date] frontend`, which all of its formats begin with; an IPv6 client has no brackets. */
const HEAD = /^(\S{1,60}):(\d{1,5}) \[(\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d(?:\.\d{1,6})?)\] (\S{1,256}?)(?:: | )/;
/** Perhaps a captured name, then the timers of HTTP: status, bytes, two cookies, four letters of state, five counts, two queues. */
const HTTP =
  /^(\S{1,512})(?: [^\s/]{1,256})? (-?\d{1,10}(?:\/[-+]?\d{1,10}){4}) (-?\d{1,3}) (\+?\d{1,15}) (\S{1,256}) (\S{1,256}) (\S{4}) (\d+(?:\/\+?\d+){4}) (\d+\/\d+) ?/;
/** Behind the timers of TCP: bytes, two letters of state, five counts, two queues. */
const TCP =
  /^(\S{1,512}) (-?\d{1,10}(?:\/[-+]?\d{1,10}){2}) (\+?\d{1,15}) (\S{2}) (\d+(?:\/\+?\d+){4}) (\d+\/\d+)(?: |$)/;
const CONNECT = /^Connect from (\S{2,60}):(\d{1,5}) to (\S{2,60}):(\d{1,5}) \((\S{1,256})\/(HTTP|TCP)\)/;
/** OpenShift's router names a server by its pod: `pod:name:service:address:port`, new versions with the port's name before. */
const POD = /^pod:([^:]{1,253}):([^:]{1,253}):(?:[^:]{0,64}:)?\[?([0-9a-fA-F.:]{2,45})\]?:(\d{1,5})$/;
/** The machine, which OpenShift's router writes twice, and the process, behind an ISO time. */
const LOGGER = /^ (\S{1,255}) (?:\S{1,255} )?haproxy\[(\d{1,10})\]: /;
const ROUTE = /^be_[a-z_]{1,20}:([^:]{1,63}):/;

export const haproxy: TextFormat = {
  name: 'haproxy',
  title: 'HAProxy log',
  about:
    'Requests and connections through HAProxy (OpenShift’s router, HAProxy ingress): frontend, backend and server, timers, how the session ended.',
  source: 'https://docs.haproxy.org/2.8/configuration.html#8.2',
  type: 'network',
  reads: 'text',
  needsColon: true,
  read,
  examples: [
    {
      text: '192.0.2.7:40100 [06/May/2024:07:08:09.125] web~ be_http:shop:cart/pod:cart-0:cart:http:10.0.2.9:8080 0/0/1/20/21 200 321 - - ---- 2/1/0/0/0 0/0 {shop.example|} "GET /items HTTP/1.1"',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 125) * 1000,
        timeGuess: 2,
        type: 'network',
        severity: 'info',
        protocol: 'http',
        srcIp: '192.0.2.7',
        srcPort: 40100,
        dstIp: '10.0.2.9',
        dstPort: 8080,
        dstPod: 'cart-0',
        dstNamespace: 'shop',
        method: 'GET',
        path: '/items',
        status: 200,
        bytes: 321,
        durationMs: 21,
        reason: null,
        message: 'GET /items 200',
      },
    },
    {
      text: '2001:db8::7:443 [06/May/2024:07:08:09] web web/<NOSRV> 0/-1/-1/-1/0 503 321 - - SC-- 1/1/0/0/0 0/0 "GET / HTTP/1.1"',
      event: { srcIp: '2001:db8::7', srcPort: 443, status: 503, severity: 'error', reason: 'SC--', dstIp: null },
    },
    {
      text: '2024-05-06T07:08:09.500000+00:00 router-default-1a2b router-default-1a2b haproxy[17]: 192.0.2.7:40101 [06/May/2024:07:08:09.323] fe_sni~ be_secure:shop:cart/pod:cart-0:cart:10.0.2.11:8443 0/0/0/3/3 303 81 - - --VN 23/5/0/0/0 0/0 "GET / HTTP/1.1"',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 500) * 1000,
        timeGuess: 0,
        node: 'router-default-1a2b',
        pid: 17,
        dstPod: 'cart-0',
        dstIp: '10.0.2.11',
        dstNamespace: 'shop',
      },
    },
    {
      text: '-:40105 [06/May/2024:07:08:09.125] web~ app/web-2 shop.example 0/0/0/18/18 200 200 - - ---- 2/2/2/0/0 0/0 "OPTIONS /api HTTP/1.1"',
      event: { srcIp: null, srcPort: 40105, method: 'OPTIONS', status: 200, durationMs: 18 },
    },
    {
      text: '192.0.2.7:40102 [06/May/2024:07:08:09.019] db db/db-1 0/0/+4021 +90 -- 0/0/0/0/3 0/0',
      event: { protocol: 'tcp', bytes: 90, durationMs: 4021, severity: 'info', status: null },
    },
    {
      text: '192.0.2.7:40103 [06/May/2024:07:08:09.999] web/1: SSL handshake failure',
      event: { severity: 'warning', reason: 'SSL handshake failure', message: 'web/1: SSL handshake failure' },
    },
    {
      text: 'Connect from 192.0.2.7:40104 to 10.0.2.10:8010 (web/HTTP)',
      event: { srcIp: '192.0.2.7', srcPort: 40104, dstIp: '10.0.2.10', dstPort: 8010, protocol: 'http' },
    },
    { text: '192.0.2.7:40100 [06/May/2024:07:08:09.125] web web/a 0/0/1', event: null },
    { text: '10.0.0.1:80 [31/Feb/2024:07:08:09.125] web: x', event: null },
    { text: 'Connect from the office', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.length > LINE_MAX) return NOT_MINE;
  if (text.charCodeAt(10) !== UPPER_T || !scanner.scanDateTime(text, 0)) return readLine(text, event, context);
  const { micros, zoned, end } = scanner;
  const logger = zoned ? LOGGER.exec(text.slice(end, end + 600)) : null;
  if (logger === null || readLine(text.slice(end + logger[0].length), event, context) === NOT_MINE) return NOT_MINE;
  event.node = logger[1] ?? null;
  event.component = 'haproxy';
  event.pid = parseSmallCount(logger[2] ?? '');
  // The time of the accept is finer but has no zone.
  context.clock.setFull(event, micros);
  return READ;
}

function readLine(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.startsWith('Connect from ')) return readConnect(text, event);
  const bracket = text.indexOf(' [');
  // The day's slash: a cheap check that few lines pass.
  if (bracket < 3 || bracket > 66 || text.charCodeAt(bracket + 4) !== SLASH) return NOT_MINE;
  const head = HEAD.exec(text);
  const micros = head === null ? null : commonLogMicros(head[3] ?? '');
  if (head === null || micros === null) return NOT_MINE;
  const [opening, client = ''] = head;
  // A client may be a socket, or left out for privacy.
  if (!isAddress(client) && client !== 'unix' && client !== '-') return NOT_MINE;
  const rest = text.slice(opening.length);
  const failed = opening.endsWith(': ');
  const http = failed ? null : HTTP.exec(rest);
  const tcp = failed || http !== null ? null : TCP.exec(rest);
  if (!failed && http === null && tcp === null) return NOT_MINE;

  context.clock.setWithoutZone(event, micros);
  readClient(head, event);
  if (http !== null) readHttp(http, rest.slice(http[0].length), event);
  else if (tcp !== null) readTcp(tcp, event);
  else readFailure(`${head[4]}: ${rest}`, rest, event);
  return READ;
}

function readClient([, client = '', port = '', , frontend = '']: RegExpExecArray, event: LogEvent): void {
  event.type = 'network';
  event.srcIp = isAddress(client) ? client : null;
  event.srcPort = parseSmallCount(port);
  event.setAttribute('frontend', frontend.replace(/~$/, ''));
}

function readConnect(text: string, event: LogEvent): Reading {
  const match = CONNECT.exec(text);
  const [, from = '', fromPort = '', to = '', toPort = '', frontend = '', mode = ''] = match ?? [];
  if (match === null || !isAddress(from) || !isAddress(to)) return NOT_MINE;
  event.type = 'network';
  event.severity = 'info';
  event.srcIp = from;
  event.srcPort = parseSmallCount(fromPort);
  event.dstIp = to;
  event.dstPort = parseSmallCount(toPort);
  event.protocol = mode.toLowerCase();
  event.setAttribute('frontend', frontend);
  event.message = text;
  return READ;
}

function readHttp(match: RegExpExecArray, tail: string, event: LogEvent): void {
  const [, server = '', timers = '', status = '', bytes = '', , , state = ''] = match;
  event.protocol = 'http';
  setStatus(event, status);
  readServer(server, event);
  readSession(timers, bytes, state, event);
  const open = tail.indexOf('"');
  const request = open === -1 ? '' : tail.slice(open + 1, tail.endsWith('"') ? -1 : undefined);
  const [, method, path = ''] = /^([A-Z]{2,20}) (\S{1,8192})/.exec(request) ?? [];
  const headers = open === -1 ? tail : tail.slice(0, open);
  event.setAttribute('captured_headers', cut(headers.trim()));
  if (method === undefined) {
    event.message = `${cut(request)} ${event.status ?? ''}`.trim();
    return;
  }
  event.method = method;
  event.path = path;
  event.message = `${method} ${cut(path)} ${event.status ?? ''}`.trimEnd();
}

function readTcp(match: RegExpExecArray, event: LogEvent): void {
  const [, server = '', timers = '', bytes = '', state = ''] = match;
  event.protocol = 'tcp';
  readServer(server, event);
  readSession(timers, bytes, state, event);
  event.message = `${flowSentence(event)}${event.dstIp === null ? ` via ${server}` : ''}`;
}

/** A connection that ended before a request; the text says why. */
function readFailure(message: string, why: string, event: LogEvent): void {
  event.severity = 'warning';
  event.reason = cut(why);
  event.message = message;
}

/** The last timer is the whole session's; a plus says that the log was written before its end. */
function readSession(timers: string, bytes: string, state: string, event: LogEvent): void {
  const total = parseCount(timers.slice(timers.lastIndexOf('/') + 1).replace('+', ''));
  event.durationMs = total;
  event.bytes = parseCount(bytes.replace('+', ''));
  event.setAttribute('termination_state', state);
  event.setAttribute('timers_ms', timers);
  // The first two letters tell how the session ended, the others are about cookies.
  if (!state.startsWith('--')) event.reason = state;
  const failed = event.status === null ? event.reason !== null : event.status >= 400;
  event.severity = event.status !== null && event.status >= 500 ? 'error' : failed ? 'warning' : 'info';
}

/** `backend/server`. */
function readServer(text: string, event: LogEvent): void {
  const slash = text.indexOf('/');
  const backend = slash === -1 ? text : text.slice(0, slash);
  const server = slash === -1 ? '' : text.slice(slash + 1);
  event.setAttribute('backend', backend);
  event.setAttribute('server', server);
  event.dstNamespace = ROUTE.exec(backend)?.[1] ?? null;
  const [, pod, service, ip = '', port = ''] = POD.exec(server) ?? [];
  if (pod === undefined || !isAddress(ip)) return;
  event.dstPod = pod;
  event.dstIp = ip;
  event.dstPort = parseSmallCount(port);
  event.setAttribute('destination.service', service);
}
