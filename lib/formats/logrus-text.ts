import type { LogEvent, Severity } from '@/lib/events';
import { assignField } from './assign-field';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { PairScanner } from './key-values';
import { CAPITALS } from './openings';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';

/** Levels cut to four letters. */
const LEVELS: Readonly<Record<string, Severity>> = {
  TRAC: 'trace',
  DEBU: 'debug',
  INFO: 'info',
  WARN: 'warning',
  ERRO: 'error',
  FATA: 'critical',
  PANI: 'critical',
};
const LEVEL_LENGTH = 4;
const HEAD_MAX = 48;
const PAIRS_MAX = 64;

const scanner = new TimestampScanner();
const pairs = new PairScanner();

export const logrusText: TextFormat = {
  name: 'logrus-text',
  title: 'logrus on a terminal',
  about:
    'logrus for people: the level in four letters, seconds since the start or a time in brackets, the message padded, then pairs. K3s, RKE and Helm print it.',
  source: 'github.com/sirupsen/logrus, text_formatter.go, printColored',
  type: null,
  headed: true,
  reads: 'text',
  opensWith: CAPITALS,
  read,
  examples: [
    {
      text: 'INFO[0001] opened the cart                              items=3 pod=shop/cart-0',
      event: {
        time: null,
        severity: 'info',
        message: 'opened the cart',
        pod: 'cart-0',
        attributes: { items: '3' },
      },
    },
    {
      text: 'ERRO[2024-05-06T07:08:09Z] no such cart: 7',
      event: { time: 1_714_979_289_000_000, severity: 'error', message: 'no such cart: 7' },
    },
    {
      text: 'FATA[0000]cart.go:7 main.open gone',
      event: { severity: 'critical', message: 'cart.go:7 main.open gone' },
    },
    { text: 'INFO[web] no time', event: null },
    { text: 'ERROR[0001] five letters', event: null },
    { text: 'INFO [0001] apart', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text[LEVEL_LENGTH] !== '[') return NOT_MINE;
  const severity = LEVELS[text.slice(0, LEVEL_LENGTH)];
  const close = text.slice(0, HEAD_MAX).indexOf(']');
  if (severity === undefined || close === -1) return NOT_MINE;
  const time = text.slice(LEVEL_LENGTH + 1, close);
  if (!/^\d{4,10}$/.test(time)) {
    if (!scanner.scanDateTime(time, 0) || scanner.end !== time.length) return NOT_MINE;
    if (scanner.zoned) context.clock.setFull(event, scanner.micros);
    else context.clock.setWithoutZone(event, scanner.micros);
  }
  event.severity = severity;
  const rest = text.slice(close + 1).trimStart();
  const pairsAt = rest.search(/\s[\w.@/-]{1,64}=\S/);
  event.message = plainText((pairsAt === -1 ? rest : rest.slice(0, pairsAt)).trimEnd());
  if (pairsAt === -1) return READ;
  pairs.start(rest, pairsAt);
  for (let left = PAIRS_MAX; left > 0 && pairs.next(); left--) assignField(event, pairs.key, pairs.value);
  return READ;
}
