import { type LogEvent, severityFromWord } from '@/lib/events';
import { DateTimeScanner } from './date-times';
import { type JsonObject, NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { readJsonRecord } from './json-record';
import { epochMicros } from './json-time';
import { DIGITS } from './openings';
import { plainObject } from './plain-object';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { isDigit } from './timestamps';

const TAB = 9;
const OPEN_BRACE = 123;
const FIELDS_MAX = 65_536;

const dates = new DateTimeScanner();

const EPOCH = /^\d{10}(?:\.\d{1,12})?$|^1\.\d{6,20}e\+09$/;
const LEVEL = /^(DEBUG|INFO|WARN|ERROR|DPANIC|PANIC|FATAL|LEVEL\(-?\d{1,3}\))$/i;
const CALLER = /^[\w./@-]{1,200}\.go:\d{1,7}$/;
const LOGGER = /^\[?[\w./:-]{1,150}\]?$/;

export const zapConsole: TextFormat = {
  name: 'zap-console',
  title: 'zap console (operators)',
  about:
    'Go’s zap for people, as Kubernetes operators write it: time, severity, logger, caller, message and JSON fields.',
  source: 'uber-go/zap, zapcore/console_encoder.go; kubernetes-sigs/controller-runtime, pkg/log/zap',
  type: null,
  headed: true,
  generic: true,
  reads: 'text',
  opensWith: DIGITS,
  read,
  examples: [
    {
      text: '2024-01-02T03:04:05.678Z\tERROR\tcart-controller\tcontroller/cart.go:12\tReconciler error\t{"namespace":"shop","name":"cart","error":"gone"}',
      event: {
        time: 1704164645678000,
        severity: 'error',
        caller: 'controller/cart.go:12',
        namespace: 'shop',
        attributes: { logger: 'cart-controller', name: 'cart', error: 'gone' },
        message: 'Reconciler error: gone',
      },
    },
    {
      text: '1.704164645678e+09\tINFO\tsetup\tstarting manager',
      event: { time: 1704164645678000, severity: 'info', caller: 'setup', message: 'starting manager' },
    },
    { text: '2024-01-02T03:04:05Z\tINFO\tready', event: { caller: null, message: 'ready' } },
    { text: '2024-01-02T03:04:05Z\tcolumn\tvalue', event: null },
    { text: '2024-01-02T03:04:05Z INFO ready', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (!isDigit(text.charCodeAt(0))) return NOT_MINE;
  const first = text.slice(0, 48).indexOf('\t');
  if (first < 10) return NOT_MINE;
  const levelEnd = text.slice(0, first + 20).indexOf('\t', first + 1);
  const word = levelEnd === -1 ? null : LEVEL.exec(text.slice(first + 1, levelEnd));
  if (word === null) return NOT_MINE;
  const micros = epochOf(text.slice(0, first));
  if (micros !== null) context.clock.setFull(event, micros);
  else if (dates.scan(text, 0) && dates.end === first) dates.set(event, context);
  else return NOT_MINE;
  event.severity = severityFromWord(word[1] ?? '') ?? 'debug';
  readParts(text, levelEnd + 1, event, context);
  return READ;
}

function epochOf(text: string): number | null {
  return EPOCH.test(text) ? epochMicros(Number(text)) : null;
}

/** Logger and caller, both optional, then the message, then the fields. */
function readParts(text: string, from: number, event: LogEvent, context: ReadContext): void {
  let at = from;
  let logger: string | null = null;
  let caller: string | null = null;
  for (let parts = 0; parts < 2; parts++) {
    const tab = text.indexOf('\t', at);
    if (tab === -1 || text.charCodeAt(tab + 1) === OPEN_BRACE || tab - at > 200) break;
    const part = text.slice(at, tab);
    if (caller === null && CALLER.test(part)) caller = part;
    else if (logger === null && caller === null && LOGGER.test(part)) logger = part.replace(/^\[|\]$/g, '');
    else break;
    at = tab + 1;
  }
  event.caller ??= caller ?? logger;
  if (caller !== null) event.setAttribute('logger', logger);
  const brace = text.lastIndexOf('\t{');
  const fields = brace < at ? null : fieldsOf(text.slice(brace + 1));
  let message = plainText(fields === null ? text.slice(at) : text.slice(at, brace));
  if (fields !== null) {
    event.message = message;
    readJsonRecord(fields, event, context);
    if (typeof fields.error === 'string') message = `${message}: ${plainText(fields.error).slice(0, 1024)}`;
  }
  event.message = message.replaceAll('\t', ' ');
}

function fieldsOf(text: string): JsonObject | null {
  if (text.length > FIELDS_MAX || text.charCodeAt(0) === TAB) return null;
  try {
    // It opens with a brace, so it is an object or nothing.
    return plainObject(JSON.parse(text) as JsonObject);
  } catch {
    return null;
  }
}
