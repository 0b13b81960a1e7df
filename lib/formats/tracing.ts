import { type LogEvent, severityFromWord } from '@/lib/events';
import { assignField } from './assign-field';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { PairScanner } from './key-values';
import { DIGITS } from './openings';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { isDigit, TimestampScanner } from './timestamps';

const UPPER_T = 84;
const PAIRS_MAX = 32;
const LOOK_MAX = 4096;

const scanner = new TimestampScanner();
const pairs = new PairScanner();

/** Levels are set right in five columns. */
const LEVEL = /^ (TRACE|DEBUG| INFO| WARN|ERROR) (?:[\w-]{0,40} ?ThreadId\((\d{1,6})\) )?/;
const TARGET = /([a-z_]\w{0,80}(?:::\w{1,80}){0,10}): /y;
const SPAN = /[A-Za-z_][\w.:-]{0,80}(?=\{|:)/y;
const PLACE = /([\w./-]{1,200}\.rs:\d{1,7}): /y;

export const tracing: TextFormat = {
  name: 'rust-tracing',
  title: 'Rust tracing',
  about:
    'The default lines of tracing-subscriber: severity set right, spans with their fields, target, message and fields.',
  source: 'https://docs.rs/tracing-subscriber, fmt::format::Full',
  type: null,
  headed: true,
  reads: 'text',
  needsColon: true,
  opensWith: DIGITS,
  read,
  examples: [
    {
      text: '2024-01-02T03:04:05.678901Z  WARN request{method=GET path="/"}:load{id=7}: shop::cart: slow disk elapsed=1.5s pod=cart-0',
      event: {
        time: 1704164645678901,
        timeGuess: 0,
        severity: 'warning',
        caller: 'shop::cart',
        durationMs: 1500,
        pod: 'cart-0',
        attributes: { spans: 'request{method=GET path="/"}:load{id=7}' },
        message: 'slow disk elapsed=1.5s pod=cart-0',
      },
    },
    {
      text: '2024-01-02T03:04:05.678901Z ERROR ThreadId(07) shop: src/main.rs:12: gone',
      event: {
        severity: 'error',
        caller: 'src/main.rs:12',
        attributes: { thread: '7', target: 'shop' },
        message: 'gone',
      },
    },
    { text: '2024-01-02T03:04:05.678901Z  INFO Ready to serve', event: null },
    { text: '2024-01-02T03:04:05.678Z  INFO shop: milliseconds', event: null },
    { text: '2024-01-02T03:04:05.678901Z INFO shop: set left', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (!isDigit(text.charCodeAt(0)) || text.charCodeAt(10) !== UPPER_T || !scanner.scanDateTime(text, 0))
    return NOT_MINE;
  if (!scanner.zoned || scanner.fractionDigits < 6) return NOT_MINE;
  const level = LEVEL.exec(text.slice(scanner.end, scanner.end + 80));
  if (level === null) return NOT_MINE;
  const start = scanner.end + level[0].length;
  const spansEnd = endOfSpans(text, start);
  TARGET.lastIndex = spansEnd;
  const target = TARGET.exec(text);
  if (target === null) return NOT_MINE;
  context.clock.setFull(event, scanner.micros);
  event.severity = severityFromWord(level[1]?.trim() ?? '');
  if (level[2] !== undefined) event.setAttribute('thread', String(Number(level[2])));
  if (spansEnd > start) event.setAttribute('spans', plainText(text.slice(start, spansEnd - 2)).slice(0, 1024));
  PLACE.lastIndex = TARGET.lastIndex;
  const place = PLACE.exec(text);
  event.caller ??= place?.[1] ?? target[1] ?? null;
  if (place !== null) event.setAttribute('target', target[1]);
  const message = text.slice(place === null ? TARGET.lastIndex : PLACE.lastIndex);
  readFields(message.slice(0, LOOK_MAX), event);
  event.message = plainText(message);
  return READ;
}

/** The place behind `outer{a=1}:inner{b=2}: `; `at` itself where no span stands. */
function endOfSpans(text: string, at: number): number {
  const limit = Math.min(text.length, at + LOOK_MAX);
  let end = at;
  let fields = false;
  while (end < limit) {
    SPAN.lastIndex = end;
    const name = SPAN.exec(text);
    if (name === null) return at;
    end += name[0].length;
    if (text[end] === '{') {
      const close = endOfBraces(text, end, limit);
      if (close === -1) return at;
      end = close;
      fields = true;
    }
    if (text[end] !== ':') return at;
    if (text[end + 1] === ' ') return fields ? end + 2 : at;
    end++;
  }
  return at;
}

function endOfBraces(text: string, at: number, limit: number): number {
  let depth = 0;
  for (let end = at; end < limit; end++) {
    const letter = text[end];
    if (letter === '{') depth++;
    else if (letter === '}' && --depth === 0) return end + 1;
  }
  return -1;
}

function readFields(message: string, event: LogEvent): void {
  pairs.start(message, 0);
  for (let left = PAIRS_MAX; left > 0 && pairs.next(); left--) {
    if (/^[a-z_][\w.]{0,63}$/.test(pairs.key)) assignField(event, pairs.key, pairs.value);
  }
}
