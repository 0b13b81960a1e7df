import { COLUMN, type SegmentColumnsBuilder } from '@/lib/columns';
import { FIELDS, type LogEvent, type LogType } from '@/lib/events';
import { PART_COLUMNS } from '../parts';
import type { CopyBuffer } from './copy-buffer';
import { type EventPart, RowValues, SharedParts } from './parts';
import { clean } from './parts/clean';
import { PLAIN } from './parts/row-values';

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

/** The columns of table `event_row` in the order in which `EventRows` writes them. */
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

/** Writes the events of one segment as rows, and notes their fields in the columns that are stored with it. */
export class EventRows {
  /** What events share, to be stored with their rows; it grows with each row. */
  readonly parts: EventPart[] = [];
  private readonly values: RowValues;
  private readonly byFormat = new Map<string, SharedParts>();

  constructor(
    private readonly copy: CopyBuffer,
    private readonly columns: SegmentColumnsBuilder,
  ) {
    this.values = new RowValues(columns);
  }

  /** Appends one event as a row; whatever the record claimed, the row fits the table. */
  write(segment: number, event: LogEvent, type: LogType, place: Place): void {
    const message = clean(event.message, MESSAGE_CHARACTERS_MAX);
    if (event.unparsed !== null) event.setAttribute('unparsed', event.unparsed);
    this.values.take(place.n, place.file, event, type);
    const shared = this.sharedIn(event.format ?? PLAIN);
    shared.take(place.n, message, event.attributes);
    const { copy } = this;
    copy.row(EVENT_COLUMNS.length);
    copy.int4(segment);
    copy.int4(place.n);
    this.writeNumbers(place, event.timeGuess, shared);
    for (const part of shared.partOf) copy.int4(part);
    this.writeTexts(shared);
    copy.text(shared.messageFollows ? null : message);
    copy.jsonb(shared.rowAttributes());
    copy.int4Array(place.spans);
  }

  /** View `event` says 1 for lines and 0 for guesses that the row leaves out. */
  private writeNumbers(place: Place, timeGuess: number, { shared }: SharedParts): void {
    const { copy } = this;
    const { numbers, time } = this.values;
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

  private writeTexts({ shared, pathFollows }: SharedParts): void {
    const { copy, values } = this;
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

  /** Formats differ in what repeats, so each learns for itself. */
  private sharedIn(format: string): SharedParts {
    const known = this.byFormat.get(format);
    if (known !== undefined) return known;
    const made = new SharedParts(this.values, this.columns, this.parts);
    this.byFormat.set(format, made);
    return made;
  }
}
