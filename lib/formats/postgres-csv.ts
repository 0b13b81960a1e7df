import type { LogEvent } from '@/lib/events';
import { parseSmallCount } from './addresses';
import { setSource } from './assign-field';
import { DateTimeScanner } from './date-times';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { jsonSeverity } from './json-severity';
import { cut } from './json-value';
import { DIGITS } from './openings';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';
import { isDigit } from './timestamps';

const COMMA = 44;
const QUOTE = 34;
const LINE_MAX = 65_536;
/** Columns up to the query, in this order; newer versions append more. */
const SEVERITY = 11;
const MESSAGE = 13;
const COLUMNS_MAX = 20;

const dates = new DateTimeScanner();

export const postgresCsv: TextFormat = {
  name: 'postgres-csv',
  title: 'PostgreSQL csvlog',
  about: 'The server’s log as comma-separated values: user, database, client, severity, SQLSTATE and message.',
  source: 'https://www.postgresql.org/docs/current/runtime-config-logging.html (log_destination = csvlog)',
  type: null,
  headed: true,
  reads: 'text',
  needsColon: true,
  opensWith: DIGITS,
  read,
  examples: [
    {
      text: '2024-01-02 03:04:05.678 UTC,"ann","shop",34,"10.0.0.9:40112",5c1e.22,1,"SELECT",2024-01-02 03:04:00 UTC,3/7,0,ERROR,42P01,"relation ""carts"" does not exist",,,,,,"SELECT 1",15,,"psql"',
      event: {
        time: 1704164645678000,
        timeGuess: 0,
        user: 'ann',
        pid: 34,
        srcIp: '10.0.0.9',
        srcPort: 40112,
        severity: 'error',
        attributes: { database: 'shop', code: '42P01', statement: 'SELECT 1' },
        message: 'relation "carts" does not exist',
      },
    },
    {
      text: '2024-01-02 03:04:05.678 UTC,,,1,,5c1e.1,1,,2024-01-02 03:04:00 UTC,,0,LOG,00000,"ready',
      event: { user: null, severity: 'info', message: 'ready' },
    },
    { text: '2024-01-02 03:04:05.678 UTC,1,2,3', event: null },
    { text: '2024-01-02 03:04:05,678 INFO ready', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (!isDigit(text.charCodeAt(0)) || text.length > LINE_MAX || !dates.scan(text, 0)) return NOT_MINE;
  dates.scanZoneName(text);
  if (text.charCodeAt(dates.end) !== COMMA) return NOT_MINE;
  const columns = columnsOf(text, dates.end + 1);
  const severity = jsonSeverity('error_severity', columns[SEVERITY - 1] ?? '', {});
  const message = columns[MESSAGE - 1];
  if (severity === null || message === undefined || !/^[0-9A-Z]{5}$/.test(columns[SEVERITY] ?? '')) return NOT_MINE;
  dates.set(event, context);
  const [user = '', database = '', pid = '', client = ''] = columns.map((column) => cut(plainText(column)));
  if (user !== '') event.user = user;
  event.setAttribute('database', database);
  event.pid ??= parseSmallCount(pid);
  setSource(event, client);
  event.severity = severity;
  if (columns[SEVERITY] !== '00000') event.setAttribute('code', columns[SEVERITY]);
  event.setAttribute('statement', cut(plainText(columns[MESSAGE + 5] ?? '')));
  event.message = plainText(message);
  return READ;
}

/** The columns from `from` on. */
function columnsOf(text: string, from: number): string[] {
  const columns: string[] = [];
  let at = from;
  while (at <= text.length && columns.length < COLUMNS_MAX) {
    const quoted = text.charCodeAt(at) === QUOTE;
    const end = quoted ? endOfQuotes(text, at) : text.indexOf(',', at);
    const column = text.slice(quoted ? at + 1 : at, end === -1 ? undefined : end);
    columns.push(quoted ? column.replaceAll('""', '"') : column);
    if (end === -1) break;
    at = quoted ? end + 2 : end + 1;
  }
  return columns;
}

/** The place of the closing quote, doubled ones inside passed over; -1 when the column goes on in the next line. */
function endOfQuotes(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (end !== -1 && text.charCodeAt(end + 1) === QUOTE) end = text.indexOf('"', end + 2);
  return end;
}
