import type { LogEvent, Severity } from '@/lib/events';
import { parseSmallCount } from './addresses';
import { assignField } from './assign-field';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { endOfQuoted, PairScanner, unquote } from './key-values';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { dayMicros, isDigit, TimestampScanner, twoDigits } from './timestamps';

const SPACE = 32;
const QUOTE = 34;
const COLON = 58;
const CLOSE_BRACKET = 93;

/** File names are short; a longer search would let a foreign line cost its whole length. */
const FILE_MAX = 200;

const scanner = new TimestampScanner();
const pairs = new PairScanner();

export const klog: TextFormat = {
  name: 'klog',
  title: 'klog and glog',
  about:
    'The kubelet, the API server and most operators: severity, month and day, time and place in the code. Year and zone are not told; structured lines carry key="value" pairs.',
  source: 'k8s.io/klog/v2, header() and internal/serialize',
  type: null,
  headed: true,
  reads: 'text',
  opensWith: 'IWEF',
  read,
  complete: readBlocks,
  examples: [
    {
      text: 'I0321 14:51:34.071604       1 main.go:390] probe of node-a:6443',
      event: {
        time: 1774104694071604,
        timeGuess: 3,
        severity: 'info',
        pid: 1,
        caller: 'main.go:390',
        message: 'probe of node-a:6443',
      },
    },
    {
      text: 'E0102 03:04:05.000006  77 sync.go:9] "Failed to sync" err="no route" pod="shop/cart-1" n=3',
      event: {
        severity: 'error',
        namespace: 'shop',
        pod: 'cart-1',
        message: 'Failed to sync err="no route" pod="shop/cart-1" n=3',
        attributes: { err: 'no route', n: '3' },
      },
    },
    {
      text: 'I0102 03:04:05.000006 1 httplog.go:1] "HTTP" verb="LIST" URI="/api/v1/pods" latency="1.5ms" srcIP="10.0.0.9:5123" resp=403',
      event: { verb: 'list', path: '/api/v1/pods', durationMs: 1.5, srcIp: '10.0.0.9', srcPort: 5123, status: 403 },
    },
    {
      text: 'I0102 03:04:05.000006 1 router.go:1] router "msg"="starting up"  "address"="0.0.0.0:1936"',
      event: {
        message: 'starting up "address"="0.0.0.0:1936"',
        attributes: { address: '0.0.0.0:1936', logger: 'router' },
      },
    },
    { text: 'W20240102 03:04:05.000006 1 a.cc:1] year first', event: { time: 1704164645000006, timeGuess: 2 } },
    { text: 'F0517 15:04:22.6196421952452992 unit.cc:253] glued', event: { severity: 'critical', pid: 1952452992 } },
    { text: 'I0102 03:04:05.000006 1 a.go:1]', event: { message: '' } },
    { text: 'I0230 03:04:05.000006 1 a.go:1] no such day', event: null },
    { text: 'I0102 03:04:05.000006 1 a.go] no line number', event: null },
    { text: 'I0102 is a part number', event: null },
    { text: 'D0102 03:04:05.000006 1 a.go:1] no such severity', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  const severity = severityOf(text.charCodeAt(0));
  if (severity === null) return NOT_MINE;
  const yearFirst = isDigit(text.charCodeAt(5));
  const dateEnd = yearFirst ? 9 : 5;
  if (text.charCodeAt(dateEnd) !== SPACE || text.charCodeAt(dateEnd + 9) !== 46) return NOT_MINE;
  if (!scanner.scanClock(text.slice(dateEnd + 1, dateEnd + 16), 0) || scanner.fractionDigits !== 6) return NOT_MINE;

  let at = dateEnd + 16;
  while (text.charCodeAt(at) === SPACE) at++;
  const threadStart = at;
  while (isDigit(text.charCodeAt(at))) at++;
  if (at === threadStart || text.charCodeAt(at) !== SPACE) return NOT_MINE;
  const header = endOfCaller(text, at + 1);
  if (header === -1) return NOT_MINE;

  const micros = scanner.micros;
  const month = twoDigits(text, dateEnd - 4);
  const day = twoDigits(text, dateEnd - 2);
  if (yearFirst) {
    const date = dayMicros(twoDigits(text, 1) * 100 + twoDigits(text, 3), month, day);
    if (Number.isNaN(date)) return NOT_MINE;
    context.clock.setWithoutZone(event, date + micros);
  } else if (!context.clock.setWithoutYear(event, month, day, micros)) return NOT_MINE;
  event.severity = severity;
  event.pid ??= parseSmallCount(text.slice(threadStart, at));
  event.caller = text.slice(at + 1, header);
  readMessage(text, header + 2, event);
  return READ;
}

function severityOf(code: number): Severity | null {
  switch (code) {
    case 73:
      return 'info';
    case 87:
      return 'warning';
    case 69:
      return 'error';
    case 70:
      return 'critical';
    default:
      return null;
  }
}

/** The place of the `]` behind `file:line`, or -1. */
function endOfCaller(text: string, at: number): number {
  const limit = Math.min(text.length, at + FILE_MAX);
  let end = at;
  while (end < limit && text.charCodeAt(end) !== COLON && text.charCodeAt(end) !== CLOSE_BRACKET) end++;
  if (end === at || text.charCodeAt(end) !== COLON) return -1;
  const line = ++end;
  while (isDigit(text.charCodeAt(end))) end++;
  return end > line && text.charCodeAt(end) === CLOSE_BRACKET ? end : -1;
}

/** Structured messages are a quoted sentence and pairs; older ones (klogr) a logger's name and quoted pairs. */
function readMessage(text: string, at: number, event: LogEvent): void {
  if (text.charCodeAt(at) === QUOTE && !text.startsWith('"msg"=', at)) {
    const end = endOfQuoted(text, at);
    event.message = plainText(unquote(text, at, end) + text.slice(end));
    readPairs(text, end, event);
    return;
  }
  const place = text.indexOf('"msg"="', at);
  if (place === -1 || place > at + FILE_MAX) {
    event.message = plainText(text.slice(at));
    return;
  }
  const end = endOfQuoted(text, place + 6);
  const rest = text.slice(end).trimStart();
  const sentence = unquote(text, place + 6, end);
  event.message = plainText(rest === '' ? sentence : `${sentence} ${rest}`);
  event.setAttribute('logger', text.slice(at, place).trim());
  readPairs(text, end, event);
}

function readPairs(text: string, at: number, event: LogEvent): void {
  pairs.start(text, at);
  for (let left = 64; left > 0 && pairs.next(); left--) {
    // The value is on the lines below, which `readBlocks` gets to see.
    if (pairs.value !== '<') assignField(event, pairs.key, pairs.value.replaceAll('\n\t', '\n').replace(/^\t/, ''));
  }
}

/** A value of several lines stands between `key=<` and a `>` of its own, behind which further pairs may follow. */
function readBlocks(event: LogEvent): void {
  const open = event.message.indexOf('=<\n');
  if (open === -1) return;
  readPairs(event.message, event.message.lastIndexOf(' ', open) + 1, event);
}
