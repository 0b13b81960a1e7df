import type { LogEvent } from '@/lib/events';
import { csvRow, isOpenCsv } from './csv-row';
import { type JsonObject, NOT_MINE, READ, type Reading, type TextFormat } from './format';
import type { ReadContext } from './read-context';

const NAME = 'cloud-csv';
/** Set while a quoted value goes on in the next line; holds the line that ended it until that was seen again. */
const OPEN = `${NAME} open`;
const COLUMNS_MAX = 512;
const HEADER_LENGTH_MAX = 16_384;
const COLUMN = /^@?[A-Za-z_][\w.]*(?: \[\w[\w ]{0,20}\])?$/;

/** Columns of which one must stand beside the time: then the rows hold lines of a cluster. */
const TELLING: ReadonlyMap<string, readonly string[]> = new Map([
  ['TimeGenerated', ['log_s', 'LogMessage', 'LogEntry', 'Message', 'AuditId']],
  ['@timestamp', ['@message']],
]);

export const cloudCsv: TextFormat = {
  name: NAME,
  title: 'Query results as CSV',
  about:
    'What the consoles of Azure Log Analytics and CloudWatch Logs Insights export: a header, and a row per record, which may span lines.',
  source:
    'https://learn.microsoft.com/azure/azure-monitor/logs/log-analytics-tutorial; https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_Insights-Exporting.html; RFC 4180',
  type: null,
  envelope: true,
  reads: 'text',
  read,
  examples: [
    {
      text: '"TimeGenerated [UTC]",Category,"log_s"',
      event: { message: 'TimeGenerated [UTC], Category, log_s', severity: 'debug' },
    },
    {
      before: ['TimeGenerated,Category,log_s,pod_s'],
      text: '"5/6/2024, 7:08:09.250 AM",guard,"access ""granted""",guard-0',
      event: { time: null },
      content:
        '{"TimeGenerated":"5/6/2024, 7:08:09.250 AM","Category":"guard","log_s":"access \\"granted\\"","pod_s":"guard-0"}',
    },
    {
      before: ['@timestamp,@message'],
      text: '2024-05-06 07:08:09.250,ready',
      event: { time: null },
      content: '{"@timestamp":"2024-05-06 07:08:09.250","@message":"ready"}',
    },
    { text: '"5/6/2024, 7:08:09.250 AM",guard,"access granted"', event: null },
    { text: 'TimeGenerated,CounterValue,Computer', event: null },
    { text: 'name,TimeGenerated,log_s is what the table has', event: null },
    { before: ['TimeGenerated,Category,log_s'], text: 'I0506 07:08:09.250000 11 run.go:7] no row', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  const names = context.headers.get(NAME);
  if (readHeader(text, event, context)) return READ;
  if (names === undefined) return NOT_MINE;
  const values = csvRow(text, COLUMNS_MAX);
  // A whole row is one even after a quote that nobody closed, so that one broken row does not take those after it along.
  if (values !== null && values.length === names.length) {
    context.headers.delete(OPEN);
    return rowOf(names, values);
  }
  return readPiece(text, context);
}

/**
 * A piece of a row whose value has line breaks: the reader puts the pieces together and asks once more. Before that it offers
 * the last piece as content, which is not to be taken for a row that begins.
 */
function readPiece(text: string, context: ReadContext): Reading {
  const state = context.headers.get(OPEN);
  const ended = state !== undefined && state.length > 0;
  if (ended && state[0] === text) {
    context.headers.delete(OPEN);
    return NOT_MINE;
  }
  const open = state !== undefined && !ended;
  const goesOn = isOpenCsv(text, open);
  if (!(open || goesOn)) return NOT_MINE;
  context.headers.set(OPEN, goesOn ? [] : [text]);
  context.partial = goesOn;
  return goesOn ? `${text}\n` : text;
}

function readHeader(text: string, event: LogEvent, context: ReadContext): boolean {
  if (text.length > HEADER_LENGTH_MAX) return false;
  if (!text.includes('TimeGenerated') && !text.includes('@timestamp')) return false;
  const names = csvRow(text.startsWith('\ufeff') ? text.slice(1) : text, COLUMNS_MAX);
  if (names === null || !names.every((name) => COLUMN.test(name))) return false;
  const bare = names.map((name) => (name.startsWith('TimeGenerated [') ? 'TimeGenerated' : name));
  if (!bare.some((name) => TELLING.get(name)?.some((other) => bare.includes(other)))) return false;
  context.headers.set(NAME, bare);
  context.headers.delete(OPEN);
  event.severity = 'debug';
  event.message = names.join(', ');
  return true;
}

function rowOf(names: readonly string[], values: readonly string[]): JsonObject {
  const row: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [place, name] of names.entries()) {
    const value = values[place];
    if (value !== undefined && value !== '') row[name] = value;
  }
  return row;
}
