import { type LogEvent, severityFromWord } from '@/lib/events';
import { parseCount, parseEndpoint } from './addresses';
import { commonLogMicros } from './common-log-time';
import { readCorednsMessage } from './coredns-message';
import { parseDuration } from './durations';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { endOfQuoted } from './key-values';
import type { ReadContext } from './read-context';
import { isDigit, TimestampScanner } from './timestamps';

const LINE_MAX = 4096;
const OPEN_BRACKET = 91;
const LEVEL = /^\[(DEBUG|INFO|WARNING|ERROR|FATAL|PANIC)\] /;
/** Up to version 1.2 the time stood behind the client: `- [07/Sep/2018:15:29:11 +0000] 59925`. */
const OLD_TIME = /^\[(\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d) ([+-])(\d\d)(\d\d)\] /;

const scanner = new TimestampScanner();

/** `{type} {class} {name} {proto} {size} {do} {bufsize}`, and behind the quotes `{rcode} {rflags} {rsize} {duration}`. */
const QUESTION =
  /^(\S{1,20}) (?:IN|CH|HS|NONE|ANY|\d{1,5}) (\S{0,255}) (udp|tcp|tls|https|quic|grpc) (\d{1,6}) (?:true|false) \d{1,6}$/;
const ANSWER = /^ ([A-Z0-9_-]{1,20}) (\S{1,60}) (\d{1,8}) ([\d.]{1,24}(?:[a-zµ]{1,2})?)(?: "\w{0,20}")?$/;

export const coredns: TextFormat = {
  name: 'coredns',
  title: 'CoreDNS',
  about:
    'Queries (who asked for which name, and what came back), failures and notices of CoreDNS, in three generations. New versions write no time: it comes from around the line.',
  source: 'https://coredns.io/plugins/log; https://coredns.io/plugins/errors',
  type: 'network',
  reads: 'text',
  read,
  examples: [
    {
      text: '[INFO] 10.244.0.7:57839 - 36917 "A IN api.shop.example. udp 47 false 1472" NOERROR qr,rd,ra 217 0.008561204s',
      event: {
        type: 'network',
        severity: 'info',
        srcIp: '10.244.0.7',
        srcPort: 57839,
        host: 'api.shop.example',
        protocol: 'dns',
        verdict: 'noerror',
        bytes: 217,
        durationMs: 8.561204,
        message: 'A api.shop.example → NOERROR',
        attributes: { query_type: 'A', transport: 'udp', response_flags: 'qr,rd,ra' },
      },
    },
    {
      text: '[::1]:38088 - 6 "TYPE65 IN Shop. tcp 17 true 4096" SERVFAIL - 0 12.5ms',
      event: { srcIp: '::1', host: 'Shop', verdict: 'servfail', durationMs: 12.5, message: 'TYPE65 Shop → SERVFAIL' },
    },
    {
      text: '10.244.0.7:40002 - [21/Oct/2018:12:13:14 +0200] 12 "A IN api.shop.example. udp 35 false 512" NXDOMAIN qr,aa 110 0.000052s',
      event: { time: Date.UTC(2018, 9, 21, 10, 13, 14) * 1000, timeGuess: 0, verdict: 'nxdomain', durationMs: 0.052 },
    },
    {
      text: '2019-05-14T10:11:12.345Z [INFO] 10.244.0.7:40001 - 11 "A IN api.shop.example. udp 35 false 512" NOERROR qr 68 1ms',
      event: { time: Date.UTC(2019, 4, 14, 10, 11, 12, 345) * 1000, timeGuess: 0, host: 'api.shop.example' },
    },
    {
      text: '[ERROR] plugin/errors: 2 api.shop.example. AAAA: read udp 10.244.0.5:40003->192.0.2.53:53: i/o timeout',
      event: {
        severity: 'error',
        host: 'api.shop.example',
        verdict: 'servfail',
        reason: 'read udp 10.244.0.5:40003->192.0.2.53:53: i/o timeout',
        protocol: 'dns',
        dstIp: '192.0.2.53',
        dstPort: 53,
        message: 'AAAA api.shop.example → SERVFAIL: read udp 10.244.0.5:40003->192.0.2.53:53: i/o timeout',
      },
    },
    {
      text: '[WARNING] plugin/kubernetes: starting server with unsynced Kubernetes API',
      event: { severity: 'warning', message: 'plugin/kubernetes: starting server with unsynced Kubernetes API' },
    },
    { text: 'CoreDNS-1.11.1', event: { type: 'network', message: 'CoreDNS-1.11.1' } },
    { before: ['CoreDNS-1.11.1'], text: '[INFO] SIGTERM: Shutting down servers', event: { severity: 'info' } },
    { text: '[INFO] SIGTERM: Shutting down servers', event: null },
    { text: '[INFO] plugins are loaded', event: null },
    { text: '[INFO] 10.0.0.1:53 - 6 "A IN shop. udp 47" NOERROR', event: null },
    { text: '[INFO] 10.0.0.1 - someone "said" something', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.length > LINE_MAX) return NOT_MINE;
  // Old versions wrote the time first, as Go's log package does or in ISO 8601.
  const dated = isDigit(text.charCodeAt(0)) && scanner.scanDateTime(text, 0) && text.startsWith(' [', scanner.end);
  const { micros, zoned } = scanner;
  const line = dated ? text.slice(scanner.end + 1) : text;
  const level = line.charCodeAt(0) === OPEN_BRACKET ? LEVEL.exec(line) : null;
  const start = level === null ? 0 : level[0].length;
  const read = readQuery(line, start, event, context) || readCorednsMessage(line, start, event, context);
  if (!read) return NOT_MINE;
  if (dated && zoned) context.clock.setFull(event, micros);
  else if (dated) context.clock.setWithoutZone(event, micros);
  event.type = 'network';
  event.severity = severityFromWord(level?.[1] ?? 'info');
  return READ;
}

function readQuery(text: string, start: number, event: LogEvent, context: ReadContext): boolean {
  const first = text.charCodeAt(start);
  if (first !== OPEN_BRACKET && !(first >= 48 && first <= 58)) return false;
  const dash = text.indexOf(' - ', start);
  const open = text.indexOf(' "', dash + 3);
  if (dash === -1 || dash - start > 60 || open === -1 || open - dash > 48) return false;
  const remote = parseEndpoint(text.slice(start, dash));
  if (remote === null || remote.port === null) return false;
  const close = endOfQuoted(text, open + 1);
  const question = QUESTION.exec(text.slice(open + 2, close - 1));
  const answer = ANSWER.exec(text.slice(close).trimEnd());
  if (question === null || answer === null) return false;
  setOldTime(text.slice(dash + 3, open), event, context);
  event.srcIp = remote.ip;
  event.srcPort = remote.port;
  fill(question, answer, event);
  return true;
}

function setOldTime(text: string, event: LogEvent, context: ReadContext): void {
  const match = OLD_TIME.exec(text);
  const micros = match === null ? null : commonLogMicros(match[1] ?? '');
  if (match === null || micros === null) return;
  const minutes = Number(match[3]) * 60 + Number(match[4]);
  context.clock.setFull(event, micros - (match[2] === '-' ? -minutes : minutes) * 60_000_000);
}

function fill(question: RegExpExecArray, answer: RegExpExecArray, event: LogEvent): void {
  const [, type = '', name = '', transport = ''] = question;
  const [, code = '', flags = '', size = '', took = ''] = answer;
  const host = name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name;
  event.host = host === '' ? null : host;
  event.protocol = 'dns';
  event.verdict = code === '-' ? null : code.toLowerCase();
  event.bytes = parseCount(size);
  event.durationMs = parseDuration(took) ?? null;
  event.setAttribute('query_type', type);
  event.setAttribute('transport', transport);
  event.setAttribute('response_flags', flags === '-' ? null : flags);
  event.message = `${type} ${host} → ${code}`;
}
