import { type LogEvent, severityFromWord } from '@/lib/events';
import { assignField } from './assign-field';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { PairScanner } from './key-values';
import { CAPITALS, DIGITS, SMALL_LETTERS } from './openings';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';

const PAIRS_MAX = 64;
const KEY_MAX = 64;

const scanner = new TimestampScanner();
const pairs = new PairScanner();

/** What a pair is to the record, for the keys that loggers agree on. Such a key shows that the line is logfmt at all. */
type Role = 'time' | 'severity' | 'message' | 'error';
const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['time', 'time'],
  ['ts', 'time'],
  ['t', 'time'],
  ['timestamp', 'time'],
  ['level', 'severity'],
  ['lvl', 'severity'],
  ['severity', 'severity'],
  ['msg', 'message'],
  ['message', 'message'],
  ['err', 'error'],
  ['error', 'error'],
]);

export const logfmt: TextFormat = {
  name: 'logfmt',
  title: 'logfmt',
  about:
    'Lines of key=value: logrus (containerd, CRI-O, Docker), go-kit (Prometheus, Loki, Grafana). Time, level and message are known under their usual keys.',
  source: 'brandur.org/logfmt; sirupsen/logrus TextFormatter; go-kit/log logfmt',
  type: null,
  generic: true,
  reads: 'text',
  opensWith: `@-./_${CAPITALS}${DIGITS}${SMALL_LETTERS}`,
  read,
  examples: [
    {
      text: 'time="2021-08-03 09:18:00.602754242Z" level=warning msg="No image \\"pause\\"" id=7 pod=shop/cart-1',
      event: {
        time: 1627982280602754,
        timeGuess: 0,
        severity: 'warning',
        message: 'No image "pause"',
        namespace: 'shop',
        pod: 'cart-1',
        attributes: { id: '7' },
      },
    },
    {
      text: 'level=error ts=2021-11-15T09:21:29.540Z caller=main.go:216 component=cluster msg="join failed" err="no route"',
      event: {
        severity: 'error',
        caller: 'main.go:216',
        component: 'cluster',
        message: 'join failed: no route',
        attributes: { err: 'no route' },
      },
    },
    {
      text: 'method=GET path=/carts status=503 duration=1.5s remote_addr=10.0.0.9:40112',
      event: { method: 'GET', path: '/carts', status: 503, durationMs: 1500, srcIp: '10.0.0.9', srcPort: 40112 },
    },
    {
      text: 'level=info msg=read source="{shop carts}" file=server/cart.go:12',
      event: { caller: 'server/cart.go:12', attributes: { source: '{shop carts}' } },
    },
    { text: 'ts=1700000000.25 msg="seconds since 1970"', event: { time: 1700000000250000, timeGuess: 0 } },
    {
      text: 'level=info msg="a \\x1b[1mbold\\x00" k="\\x00"',
      event: { message: 'a bold\ufffd', attributes: { k: '\ufffd' } },
    },
    { text: 'level=info msg=done and more', event: { message: 'done', severity: 'info' } },
    { text: 'key=one', event: null },
    { text: 'a=1 b=2 and a sentence after it', event: null },
    { text: 'Started server=web level=info', event: null },
    { text: '  level=info msg="indented"', event: null },
    { text: 'type=SYSCALL msg=audit(1481076992.414:385): arch=c000003e', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (!opensWithKey(text) || !isLogfmt(text)) return NOT_MINE;
  let message: string | null = null;
  let error: string | null = null;
  pairs.start(text, 0);
  for (let left = PAIRS_MAX; left > 0 && pairs.next(); left--) {
    const { key, value } = pairs;
    const role = ROLES.get(key);
    if (role === 'message' && message === null) message = value;
    else if (role === 'severity' && setSeverity(event, value)) continue;
    else if (role === 'time' && setTime(event, value, context)) continue;
    else {
      if (role === 'error') error ??= value;
      assignField(event, key, value);
    }
  }
  event.message = plainText(sentence(message, error) ?? text);
  return READ;
}

function sentence(message: string | null, error: string | null): string | null {
  if (message === null || message === '') return error;
  return error === null || error === '' ? message : `${message}: ${error}`;
}

/** A quick look at the first letters: a bare key and `=`. */
function opensWithKey(text: string): boolean {
  const limit = Math.min(text.length, KEY_MAX);
  for (let at = 0; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 61) return at > 0;
    if (!isKeyLetter(code)) return false;
  }
  return false;
}

function isKeyLetter(code: number): boolean {
  const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
  return letter || (code >= 45 && code <= 57) || code === 64;
}

/** Two pairs or more, and either a key that loggers agree on among the first or nothing but pairs. */
function isLogfmt(text: string): boolean {
  pairs.start(text, 0);
  let count = 0;
  let known = false;
  while (count < PAIRS_MAX && !(known && count >= 2) && pairs.next()) {
    if (pairs.key === 'msg' && pairs.value.startsWith('audit')) return false;
    if (ROLES.has(pairs.key)) known = true;
    count++;
  }
  return count >= 2 && (known || pairs.strays === 0);
}

function setSeverity(event: LogEvent, value: string): boolean {
  const severity = severityFromWord(value);
  if (severity === null) return false;
  event.severity = severity;
  return true;
}

/** A date and time, or seconds (with or without a fraction) or milliseconds since 1970. */
function setTime(event: LogEvent, value: string, context: ReadContext): boolean {
  if (scanner.scanDateTime(value, 0)) {
    if (scanner.zoned) context.clock.setFull(event, scanner.micros);
    else context.clock.setWithoutZone(event, scanner.micros);
    return true;
  }
  if (value.length > 20 || !/^1\d{9}(?:\d{3})?(?:\.\d+)?$/.test(value)) return false;
  const number = Number(value);
  context.clock.setFull(event, Math.round(number * (number < 1e12 ? 1_000_000 : 1000)));
  return true;
}
