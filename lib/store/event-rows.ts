import { FIELDS, logTypeFromCode, severityFromCode } from '@/lib/events';
import type { EventAnswer } from '@/lib/interface';
import { type Sql, sql } from '@/lib/query';
import type { Reader } from './read-only';
import { guessNames, isoFromText, micros, type SaidTimes } from './times';

/** What of table `event` an answer is made from. */
export interface EventRow {
  readonly segment: number;
  readonly n: number;
  readonly time_micros: string | null;
  readonly time_guess: number;
  readonly type: number;
  readonly severity: number | null;
  readonly message: string;
  readonly file: number;
  readonly line: number;
  readonly lines: number;
  readonly attributes: unknown;
  readonly [column: string]: unknown;
}

const OWN = ['segment', 'n', 'time_guess', 'type', 'severity', 'message', 'file', 'line', 'lines', 'attributes'];

/** The select list behind `EventRow`. */
export const EVENT_COLUMNS: Sql = sql.join(
  [
    sql`${micros(sql.identifier('time'))} AS time_micros`,
    ...[...OWN, ...FIELDS.map((field) => field.column)].map(sql.identifier),
  ],
  sql`, `,
);

/** The same of table `event_row`, whose rows `wholeRows` completes: the select list for `event_row AS event`. */
export const ROW_COLUMNS: Sql = sql`${EVENT_COLUMNS}, event.kind_part, event.place_part, event.actor_part, event.origin_part, event.target_part, event.pattern_part`;

/** A file as far as its events must name it. */
export interface FilePlace extends SaidTimes {
  readonly sourceId: string;
  readonly path: string;
}

/** Makes answers of rows; the files that they came from are looked up once each. */
export class EventAnswers {
  private readonly places = new Map<number, FilePlace>();

  constructor(private readonly reader: Reader) {}

  async of(rows: readonly EventRow[]): Promise<EventAnswer[]> {
    await this.learn(new Set(rows.map((row) => row.file)));
    return rows.map((row) => eventAnswer(row, this.places.get(row.file) ?? GONE));
  }

  private async learn(files: ReadonlySet<number>): Promise<void> {
    const unknown = [...files].filter((file) => !this.places.has(file));
    if (unknown.length === 0) return;
    const rows = await this.reader.rows<FilePlace & { id: number }>(sql`
      SELECT file.id, file.source_id AS "sourceId", file.path, 
        (file.read_with->>'zoneMinutes')::int AS "zoneMinutes", (file.read_with->>'year')::int AS year
      FROM file
      WHERE file.id = ANY (${unknown}::int[])`);
    for (const row of rows) this.places.set(row.id, row);
  }
}

/** The id of an event in the interface. */
export function eventId(segment: number, n: number): string {
  return `${segment}-${n}`;
}

const INTEGER_MAX = 2_147_483_647;

/** The (segment, n) behind an id; null when it is none. */
export function parseEventId(id: string): { segment: number; n: number } | null {
  const match = /^(\d{1,10})-(\d{1,10})$/.exec(id);
  const segment = Number(match?.[1]);
  const n = Number(match?.[2]);
  return segment <= INTEGER_MAX && n <= INTEGER_MAX ? { segment, n } : null;
}

/** An event whose source is being deleted at this moment. */
const GONE: FilePlace = { sourceId: '', path: '', zoneMinutes: null, year: null };

function eventAnswer(row: EventRow, place: FilePlace): EventAnswer {
  return {
    id: eventId(row.segment, row.n),
    time: isoFromText(row.time_micros),
    timeGuess: guessNames(row.time_guess, place),
    type: logTypeFromCode(row.type),
    severity: row.severity === null ? null : severityFromCode(row.severity),
    message: row.message,
    fields: fieldsOf(row),
    source: { id: place.sourceId, path: place.path, line: row.line, lines: row.lines },
  };
}

/**
 * What `fields` are made of: attributes are named by the log, so nothing may be inherited, `__proto__` least of all.
 * `Object.create(null)` would do as well, but the engine keeps such objects as hash tables, slow to fill and to write.
 */
function Fields() {}
Fields.prototype = Object.create(null);
const newFields = (): EventAnswer['fields'] => Reflect.construct(Fields, []);

/** The attributes, then the catalogue's fields by name. */
function fieldsOf(row: EventRow): EventAnswer['fields'] {
  const fields = newFields();
  if (typeof row.attributes === 'object' && row.attributes !== null) {
    for (const [name, value] of Object.entries(row.attributes)) {
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') fields[name] = value;
      else if (value !== null) fields[name] = JSON.stringify(value);
    }
  }
  for (const { name, column, kind } of FIELDS) {
    const value = row[column];
    if (typeof value === 'number') fields[name] = value;
    else if (typeof value === 'string') fields[name] = kind === 'integer' || kind === 'number' ? Number(value) : value;
  }
  return fields;
}
