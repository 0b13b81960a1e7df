import type { LogEvent, Severity } from '@/lib/events';
import { parseSmallCount } from './addresses';
import { setSource } from './assign-field';
import { DateTimeScanner } from './date-times';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { cut } from './json-value';
import { DIGITS } from './openings';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { isDigit } from './timestamps';

const PREFIX_MAX = 300;
const MESSAGE_LOOK_MAX = 400;

const dates = new DateTimeScanner();

/** postgres/src/backend/utils/error/elog.c (error_severity); LOG is for the administrator and says nothing is wrong. */
const SEVERITIES: ReadonlyMap<string, Severity> = new Map<string, Severity>([
  ['DEBUG', 'debug'],
  ['LOG', 'info'],
  ['INFO', 'info'],
  ['NOTICE', 'notice'],
  ['WARNING', 'warning'],
  ['ERROR', 'error'],
  ['FATAL', 'critical'],
  ['PANIC', 'critical'],
]);

const LEVEL = /(?:^|[\s>:\]])(DEBUG|LOG|INFO|NOTICE|WARNING|ERROR|FATAL|PANIC)([1-5]?): {2}/;
/** What belongs to the message before it, under the same head. */
const MORE = /(?:^|[\s>:\]])(DETAIL|HINT|QUERY|CONTEXT|STATEMENT|LOCATION|BACKTRACE): {2}/;
const PROCESS = /\[(\d{1,10})(?:-\d{1,10})?\]|^(\d{1,10})(?: |$)/;
const USER = /(?:^|[\s=])([\w.-]{1,63})@([\w.-]{1,63})(?=[\s,:]|$)/;
/** What `%q`-less prefixes of packages name: `user=ann,db=shop,app=psql,client=10.0.0.9`. */
const NAMED = /\b(user|db|database|app|client|host|port)=([^\s,]{1,128})/g;

export const postgres: TextFormat = {
  name: 'postgres',
  title: 'PostgreSQL server',
  about:
    'The server’s log on stderr under the usual prefixes: time, zone, process, user and database. Details, hints and statements join the message above them.',
  source: 'https://www.postgresql.org/docs/current/runtime-config-logging.html (log_line_prefix)',
  type: null,
  headed: true,
  reads: 'text',
  needsColon: true,
  opensWith: DIGITS,
  read,
  takeLine,
  examples: [
    {
      text: '2024-01-02 03:04:05.678 UTC [12] LOG:  checkpoint starting: time',
      event: {
        time: 1704164645678000,
        timeGuess: 0,
        severity: 'info',
        pid: 12,
        message: 'checkpoint starting: time',
      },
    },
    {
      text: '2024-01-02 03:04:05.678 IST [34] ann@shop ERROR:  column "price" of relation "carts" is missing',
      event: { timeGuess: 2, severity: 'error', pid: 34, user: 'ann', attributes: { database: 'shop' } },
    },
    {
      text: '2024-01-02 03:04:05 UTC [34]: user=ann,db=shop,app=psql,client=10.0.0.9 FATAL:  no pg_hba.conf entry',
      event: { severity: 'critical', user: 'ann', srcIp: '10.0.0.9', message: 'no pg_hba.conf entry' },
    },
    {
      text: '2024-01-02 03:04:05 UTC [34] LOG:  connection received: host=10.0.0.9 port=40112',
      event: { srcIp: '10.0.0.9', srcPort: 40112 },
    },
    {
      text: '2024-01-02 03:04:05 UTC [34] LOG:  duration: 1503.250 ms  statement: SELECT 1',
      event: { durationMs: 1503.25 },
    },
    { text: '2024-01-02 03:04:05 UTC [34] HINT:  Try again.', event: { severity: null, message: 'HINT:  Try again.' } },
    { text: '2024-01-02 03:04:05 UTC [34] LOG: one space', event: null },
    { text: '2024-01-02 03:04:05 ERROR cart', event: null },
    { text: 'LOG:  no time', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (!isDigit(text.charCodeAt(0))) return NOT_MINE;
  const colon = text.indexOf(':  ');
  if (colon === -1 || colon > PREFIX_MAX || !dates.scan(text, 0)) return NOT_MINE;
  const head = text.slice(0, colon + 3);
  const level = LEVEL.exec(head);
  const more = level === null ? MORE.exec(head) : null;
  const word = level ?? more;
  if (word === null || word.index < dates.end) return NOT_MINE;
  dates.scanZoneName(text);
  dates.set(event, context);
  event.severity = SEVERITIES.get(level?.[1] ?? '') ?? null;
  readPrefix(head.slice(dates.end, word.index + 1).replace(/^ [A-Z]{2,5}(?= )/, ''), event);
  const message = text.slice(colon + 3);
  if (level !== null) readMessage(message.slice(0, MESSAGE_LOOK_MAX), event);
  event.message = plainText(level === null ? `${more?.[1]}:  ${message}` : message);
  return READ;
}

function readPrefix(prefix: string, event: LogEvent): void {
  const process = PROCESS.exec(prefix.trim());
  event.pid ??= parseSmallCount(process?.[1] ?? process?.[2] ?? '');
  for (const [, key, value] of prefix.matchAll(NAMED)) setNamed(event, key ?? '', value ?? '');
  const user = USER.exec(prefix);
  if (user === null) return;
  setNamed(event, 'user', user[1] ?? '');
  setNamed(event, 'db', user[2] ?? '');
}

function setNamed(event: LogEvent, key: string, value: string): void {
  if (value === '[unknown]') return;
  if (key === 'user') event.user ??= value;
  else if (key === 'db' || key === 'database') event.setAttribute('database', value);
  else if (key === 'app') event.setAttribute('application', value);
  else if (key === 'port') event.srcPort ??= parseSmallCount(value);
  else setSource(event, value.replace(/\(\d{1,5}\)$/, ''));
}

/** Who connects, and how long a statement took. */
function readMessage(message: string, event: LogEvent): void {
  if (/^(?:dis)?connection /.test(message)) {
    for (const [, key, value] of message.matchAll(NAMED)) setNamed(event, key ?? '', value ?? '');
  }
  const duration = /^duration: (\d{1,12}(?:\.\d{1,6})?) ms/.exec(message);
  if (duration !== null) event.durationMs = Number(duration[1]);
}

function takeLine(line: string, event: LogEvent): string | null {
  if (!isDigit(line.charCodeAt(0))) return null;
  const colon = line.indexOf(':  ');
  if (colon === -1 || colon > PREFIX_MAX) return null;
  const head = line.slice(0, colon + 3);
  const more = MORE.exec(head);
  if (more === null || !dates.scan(line, 0)) return null;
  const process = PROCESS.exec(
    head
      .slice(dates.end)
      .trim()
      .replace(/^[A-Z]{2,5} /, ''),
  );
  const pid = parseSmallCount(process?.[1] ?? process?.[2] ?? '');
  if (pid !== event.pid) return null;
  if (more[1] === 'STATEMENT') event.setAttribute('statement', cut(plainText(line.slice(colon + 3))));
  return `${more[1]}:  ${line.slice(colon + 3)}`;
}
