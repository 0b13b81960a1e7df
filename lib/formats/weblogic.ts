import { type LogEvent, severityFromWord } from '@/lib/events';
import { parseCount } from './addresses';
import { DateTimeScanner } from './date-times';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { cut } from './json-value';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { readWeblogicTrace } from './weblogic-trace';

const LESS = 60;
const GREATER = 62;
const SPACE = 32;
const FIELDS_MAX = 14;
const FIELD_MAX = 1024;
const MARK = '####';

const dates = new DateTimeScanner();

export const weblogic: TextFormat = {
  name: 'weblogic',
  title: 'WebLogic server',
  about:
    'Fields in angle brackets. Files open each record with #### and name machine, server, thread, user and transaction; standard output has time, severity, subsystem, id and message only; the scripts that start it in a pod write @[time][script][level].',
  source: 'docs.oracle.com, WebLogic Server, Understanding WebLogic Logging Services: Message Attributes',
  type: null,
  headed: true,
  reads: 'text',
  opensWith: '<#@',
  read,
  examples: [
    {
      text: '####<Jan 2, 2024 3:04:05,678 AM UTC> <Warning> <Security> <host-1> <admin> <[ACTIVE] ExecuteThread: 7> <<WLS Kernel>> <> <5c1e-0007> <1704164645678> <[severity-value: 16] [rid: 0] > <BEA-090482> <User ann is locked out.> ',
      event: {
        time: 1704164645678000,
        timeGuess: 0,
        severity: 'warning',
        caller: 'Security',
        attributes: {
          code: 'BEA-090482',
          machine: 'host-1',
          server: 'admin',
          thread: '[ACTIVE] ExecuteThread: 7',
          ecid: '5c1e-0007',
        },
        message: 'User ann is locked out.',
      },
    },
    {
      text: '####<Jan 2, 2024 3:04:05 AM IST> <Info> <HTTP> <host-1> <admin> <main> <ann> <tx-1> <> <1704164645678> <BEA-101> <up> ',
      event: { time: 1704164645678000, user: 'ann', severity: 'info', message: 'up' },
    },
    {
      text: '<Jan 2, 2024 3:04:05,678 AM UTC> <Notice> <WebLogicServer> <BEA-000365> <Server state changed to <RUNNING>.> ',
      event: { severity: 'notice', caller: 'WebLogicServer', message: 'Server state changed to <RUNNING>.' },
    },
    {
      text: '<Jan 2, 2024 3:04:05 AM UTC> <Error> <HTTP> <BEA-101020> <Servlet failed with',
      event: { severity: 'error', message: 'Servlet failed with' },
    },
    {
      text: '@[2024-01-02T03:04:05.678 UTC][startServer.sh:17][FINE] Starting the server',
      event: {
        time: 1704164645678000,
        timeGuess: 0,
        severity: 'debug',
        caller: 'startServer.sh:17',
        message: 'Starting the server',
      },
    },
    { text: '@[2024-01-02T03:04:05.678 UTC][startServer.sh:17][CART] Starting', event: null },
    { text: '@[2024-01-02T03:04:05.678 UTC] Starting', event: null },
    { text: '<Jan 2, 2024 3:04:05 AM UTC> <Cart> <HTTP> <BEA-1> <x>', event: null },
    { text: '#### a heading', event: null },
    { text: '<html> <body>', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (readWeblogicTrace(text, event, context)) return READ;
  const start = text.startsWith(MARK) ? MARK.length : 0;
  if (text.charCodeAt(start) !== LESS || !dates.scan(text, start + 1)) return NOT_MINE;
  dates.scanZoneName(text);
  const fields = fieldsOf(text, start);
  const [, level = '', subsystem = ''] = fields;
  const severity = severityFromWord(level);
  const place = fields.findIndex((field) => /^[A-Z][A-Z0-9_]{1,15}-\d{1,10}$/.test(field));
  if (severity === null || place < 3) return NOT_MINE;
  const micros = start > 0 ? epochOf(fields[9] ?? '') : null;
  if (micros !== null) context.clock.setFull(event, micros);
  else dates.set(event, context);
  event.severity = severity;
  event.caller ??= subsystem === '' ? null : subsystem;
  event.setAttribute('code', fields[place]);
  if (start > 0 && place >= 9) readServer(fields, event);
  event.message = plainText(fields.slice(place + 1).join(' '));
  return READ;
}

function readServer(fields: readonly string[], event: LogEvent): void {
  const [, , , machine, server, thread, user = '', transaction, ecid] = fields.map(plainText);
  event.setAttribute('machine', machine);
  event.setAttribute('server', server);
  event.setAttribute('thread', thread);
  event.setAttribute('transaction', transaction);
  event.setAttribute('ecid', ecid);
  // `<WLS Kernel>` and `<anonymous>` are nobody.
  if (user !== '' && !user.startsWith('<')) event.user = user;
}

function epochOf(text: string): number | null {
  const millis = parseCount(text);
  return millis === null || text.length !== 13 ? null : millis * 1000;
}

/** The parts between angle brackets, brackets inside them kept; the last may go on in the lines below. */
function fieldsOf(text: string, from: number): string[] {
  const fields: string[] = [];
  let at = from;
  while (fields.length < FIELDS_MAX && text.charCodeAt(at) === LESS) {
    const end = endOfField(text, at);
    const field = text.slice(at + 1, end === -1 ? undefined : end);
    fields.push(end === -1 ? field : cut(field));
    if (end === -1) break;
    at = end + 1;
    while (text.charCodeAt(at) === SPACE) at++;
  }
  return fields;
}

/** The place of the bracket that closes the one at `at`; the message's own end is the line's. */
function endOfField(text: string, at: number): number {
  let depth = 0;
  const limit = Math.min(text.length, at + FIELD_MAX);
  for (let end = at; end < limit; end++) {
    const code = text.charCodeAt(end);
    if (code === LESS) depth++;
    else if (code === GREATER && --depth === 0) return end;
  }
  const tail = text.trimEnd();
  return tail.endsWith('>') && tail.length > limit ? tail.length - 1 : -1;
}
