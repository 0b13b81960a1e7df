import type { SegmentColumnsBuilder } from '@/lib/columns';
import type { LogEvent, LogType } from '@/lib/events';
import type { CopyBuffer } from './copy-buffer';
import { type Place, rowMessage, writeRow } from './event-row';
import { type EventPart, RowValues, SharedParts } from './parts';
import { PLAIN } from './parts/row-values';

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
    const message = rowMessage(event);
    if (event.unparsed !== null) event.setAttribute('unparsed', event.unparsed);
    const { values } = this;
    values.take(place.n, place.file, event, type);
    const sharing = this.sharedIn(event.format ?? PLAIN);
    sharing.take(place.n, message, event.attributes);
    const attributes = sharing.rowAttributes();
    writeRow(this.copy, segment, { values, place, timeGuess: event.timeGuess, message, attributes, sharing });
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
