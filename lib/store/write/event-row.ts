import { COLUMN } from '@/lib/columns';
import { FIELDS, type LogEvent } from '@/lib/events';
import { PART_COLUMNS } from '../parts';
import type { CopyBuffer } from './copy-buffer';
import type { RowValues } from './parts';
import { clean } from './parts/clean';

/** Where an event's original stands in a segment. Offsets and lengths are bytes in the uncompressed block. */
export interface Place {
  /** The event's ordinal in its segment. */
  readonly n: number;
  readonly file: number;
  /** First physical line, from 1. */
  readonly line: number;
  /** Physical lines that belong to this event; 0 when it shares its line with the event before it. */
  readonly lines: number;
  readonly block: number;
  readonly offset: number;
  readonly length: number;
  /** Further pieces as (block, offset, length) triples; null when the original is one run of bytes. */
  readonly spans: readonly number[] | null;
}

/** Fields that are texts in the table, in the order of their columns. */
const TEXTS = FIELDS.filter(({ kind }) => kind !== 'integer' && kind !== 'number');
const TEXT_COLUMNS = TEXTS.map(({ name }) => COLUMN[name]);

/** The columns of table `event_row` in the order in which `writeRow` writes them. */
export const EVENT_COLUMNS = [
  'segment',
  'n',
  'time',
  'bytes',
  'packets',
  'duration_ms',
  'file',
  'line',
  'lines',
  'block',
  'raw_offset',
  'raw_length',
  'status',
  'src_port',
  'dst_port',
  'pid',
  'restart',
  'type',
  'severity',
  'time_guess',
  ...PART_COLUMNS,
  ...TEXTS.map(({ column }) => column),
  'message',
  'attributes',
  'spans',
] as const;

/** Longer messages are cut here; the whole is in the original bytes. */
const MESSAGE_CHARACTERS_MAX = 32_768;

/** What of an event does not stand in its row, since parts that the row names say it. */
export interface SharedValues {
  /** By group: the number of a part; null for none. */
  readonly partOf: readonly (number | null)[];
  /** By column: 1 where a part holds the value. */
  readonly shared: Uint8Array;
  readonly pathFollows: boolean;
  readonly messageFollows: boolean;
}

/** An event on its way into a row: its fields are in `values`. */
interface RowOf {
  readonly values: RowValues;
  readonly place: Place;
  readonly timeGuess: number;
  readonly message: string;
  /** The JSON of those that the row itself holds; null for none. */
  readonly attributes: string | null;
  readonly sharing: SharedValues;
}

/** An event's message as a row holds it. */
export function rowMessage(event: LogEvent): string {
  return clean(event.message, MESSAGE_CHARACTERS_MAX);
}

/** Appends a row of `EVENT_COLUMNS`. */
export function writeRow(copy: CopyBuffer, segment: number, row: RowOf): void {
  const { place, message, attributes, sharing } = row;
  copy.row(EVENT_COLUMNS.length);
  copy.int4(segment);
  copy.int4(place.n);
  writeNumbers(copy, row);
  for (const part of sharing.partOf) copy.int4(part);
  writeTexts(copy, row);
  copy.text(sharing.messageFollows ? null : message);
  copy.jsonb(attributes);
  copy.int4Array(place.spans);
}

/** View `event` says 1 for lines and 0 for guesses that the row leaves out. */
function writeNumbers(copy: CopyBuffer, { values, place, timeGuess, sharing: { shared } }: RowOf): void {
  const { numbers, time } = values;
  copy.timestamp(time);
  copy.int8(numbers[COLUMN.bytes] ?? null);
  copy.int8(numbers[COLUMN.packets] ?? null);
  copy.float8(numbers[COLUMN.duration_ms] ?? null);
  copy.int4(place.file);
  copy.int4(place.line);
  copy.int4(place.lines === 1 ? null : place.lines);
  copy.int4(place.block);
  copy.int4(place.offset);
  copy.int4(place.length);
  copy.int4(shared[COLUMN.status] ? null : (numbers[COLUMN.status] ?? null));
  copy.int4(numbers[COLUMN.src_port] ?? null);
  copy.int4(numbers[COLUMN.dst_port] ?? null);
  copy.int4(numbers[COLUMN.pid] ?? null);
  copy.int4(numbers[COLUMN.restart] ?? null);
  copy.int2(numbers[COLUMN.type] ?? null);
  copy.int2(numbers[COLUMN.severity] ?? null);
  copy.int2(timeGuess === 0 ? null : timeGuess);
}

function writeTexts(copy: CopyBuffer, { values, sharing: { shared, pathFollows } }: RowOf): void {
  let nulls = 0;
  for (const column of TEXT_COLUMNS) {
    const text = shared[column] || (pathFollows && column === COLUMN.path) ? null : values.texts[column];
    if (text == null) {
      nulls += 1;
      continue;
    }
    copy.nulls(nulls);
    nulls = 0;
    copy.text(text);
  }
  copy.nulls(nulls);
}
