import { FIELDS } from '@/lib/events';
import type { EventAnswer } from '@/lib/interface';

const CATALOGUE: ReadonlySet<string> = new Set(FIELDS.map(({ name }) => name));
const HEADINGS = ['id', 'time', 'type', 'severity', 'message', 'source', 'path', 'line', ...CATALOGUE, 'attributes'];

/** How events are written to a file: what opens it, and each event's line. */
export interface EventLines {
  readonly head: string;
  line(event: EventAnswer): string;
}

/** One JSON object a line, exact. */
const NDJSON: EventLines = { head: '', line: (event) => `${JSON.stringify(event)}\n` };

/** RFC 4180; fields without a column of their own are JSON in the last one. */
const CSV: EventLines = {
  // Spreadsheets take a file without the mark for their local character set.
  head: `\uFEFF${HEADINGS.join(',')}\r\n`,
  line: (event) => `${cellsOf(event).map(csvCell).join(',')}\r\n`,
};

export const EVENT_LINES = { ndjson: NDJSON, csv: CSV } as const;

/**
 * A cell that no spreadsheet takes for a formula: text that opens like one gets an apostrophe before it
 * (OWASP, "CSV Injection"). Numbers stay as they are.
 */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const harmless = /^[=+\-@\t\r\n|%]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function cellsOf(event: EventAnswer): (string | number | boolean | null)[] {
  const attributes = Object.entries(event.fields).filter(([name]) => !CATALOGUE.has(name));
  return [
    event.id,
    event.time,
    event.type,
    event.severity,
    event.message,
    event.source.id,
    event.source.path,
    event.source.line,
    ...[...CATALOGUE].map((name) => event.fields[name] ?? null),
    attributes.length === 0 ? null : JSON.stringify(Object.fromEntries(attributes)),
  ];
}
