import { FIELDS } from '@/lib/events';
import { csvLine, type EventAnswer } from '@/lib/interface';

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
  line: (event) => csvLine(cellsOf(event)),
};

export const EVENT_LINES = { ndjson: NDJSON, csv: CSV } as const;

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
