import { COLUMN, type SegmentColumns, SegmentColumnsBuilder } from '@/lib/columns';
import type { LogEvent, LogType } from '@/lib/events';
import { PART_GROUPS, PATTERN } from '../parts';
import type { CopyBuffer } from './copy-buffer';
import { type Place, type SharedValues, writeRow } from './event-row';
import { RowAttributes, RowValues } from './parts';

/** A stored part makes a question read no rows, and costs a little each: a row of a table and its own dictionaries. */
const PART_EVENTS = 4096;

/** An event of a growing segment. */
interface WholeEvent {
  readonly event: LogEvent;
  readonly type: LogType;
  readonly message: string;
  /** The part that says its pattern; null for none. */
  readonly patternPart: number | null;
}

/** Columns that are ready to be stored, and the number of their first event. */
export interface ColumnsOfEvents {
  readonly first: number;
  readonly columns: SegmentColumns;
}

/** Writes the rows of a segment that grows, and makes columns of its events until there are enough of them to be stored. */
export class ColumnsToCome {
  private builder = new SegmentColumnsBuilder();
  private values = new RowValues(this.builder);
  private attributes = new RowAttributes(this.builder);
  private readonly partOf: (number | null)[] = PART_GROUPS.map(() => null);
  /** Of parts, rows name only the one that says the pattern. */
  private readonly sharing: SharedValues = {
    partOf: this.partOf,
    shared: new Uint8Array(Object.keys(COLUMN).length),
    pathFollows: false,
    messageFollows: false,
  };

  /** `first`: the number of the event that comes next. */
  constructor(
    private first: number,
    private readonly enough: number = PART_EVENTS,
  ) {}

  /** Events of which it holds columns. */
  rows = 0;

  /**
   * Appends one event as a row that has all fields but its pattern itself; whatever the record claimed, the row fits the table.
   * Events must come in the order of their numbers. The column of patterns has the numbers of their parts.
   */
  write(copy: CopyBuffer, segment: number, whole: WholeEvent, place: Place): void {
    const { event, type, message, patternPart } = whole;
    if (event.unparsed !== null) event.setAttribute('unparsed', event.unparsed);
    const row = place.n - this.first;
    this.values.take(row, place.file, event, type);
    this.builder.set(row, COLUMN.pattern, patternPart);
    this.attributes.take(row, event.attributes);
    this.partOf[PATTERN] = patternPart;
    this.rows = row + 1;
    writeRow(copy, segment, {
      values: this.values,
      place,
      timeGuess: event.timeGuess,
      message,
      attributes: this.attributes.json(() => true),
      sharing: this.sharing,
    });
  }

  /** The columns of what was written since the last time, once that is enough; null until then. */
  takeEnough(): ColumnsOfEvents | null {
    if (this.rows < this.enough) return null;
    const taken = { first: this.first, columns: this.builder.finish(this.rows) };
    this.forget();
    return taken;
  }

  /** Begins anew with the event that comes next; what there was is to be made of the rows. */
  forget(): void {
    this.first += this.rows;
    this.rows = 0;
    this.builder = new SegmentColumnsBuilder();
    this.values = new RowValues(this.builder);
    this.attributes = new RowAttributes(this.builder);
  }
}
