import { COLUMN, type SegmentColumnsBuilder } from '@/lib/columns';
import type { LogEvent, LogType } from '@/lib/events';
import type { Shape } from '@/lib/patterns';
import type { CopyBuffer } from './copy-buffer';
import { type Place, rowMessage, writeRow } from './event-row';
import { type EventPart, RowValues, SharedParts } from './parts';
import { PLAIN } from './parts/row-values';
import { patternBook } from './pattern-book';
import { PatternParts } from './pattern-parts';

const NO_PART: EventPart = {
  texts: new Map(),
  numbers: new Map(),
  pathForm: null,
  messageForm: null,
  attributes: null,
};

/** Writes the events of one segment as rows, and notes their fields in the columns that are stored with it. */
export class EventRows {
  /** What events share, to be stored with their rows; it grows with each row. */
  readonly parts: EventPart[] = [];
  private readonly values: RowValues;
  private readonly byFormat = new Map<string, SharedParts>();
  private readonly book = patternBook();
  /** By the number of the part that says it: the shape of lines that a pattern is to be known of. */
  private readonly shapes = new Map<number, Shape>();
  private readonly patterns = new PatternParts((shape) => this.addPattern(shape));

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
    const pattern = this.patterns.partOf(this.book.shapeOf(type, message));
    this.columns.set(place.n, COLUMN.pattern, pattern);
    sharing.take(place.n, message, event.attributes, pattern);
    const attributes = sharing.rowAttributes();
    writeRow(this.copy, segment, { values, place, timeGuess: event.timeGuess, message, attributes, sharing });
  }

  /**
   * Finds the pattern of each event, now that all are there, and stores it; answers their ids by the numbers that the column of patterns has
   * meanwhile.
   */
  async namePatterns(): Promise<ReadonlyMap<number, string>> {
    const ids = await this.book.store([...this.shapes.values()]);
    const names = new Map<number, string>();
    for (const [number, shape] of this.shapes) {
      const id = ids.get(shape) ?? '';
      names.set(number, id);
      this.parts[number - 1] = { ...NO_PART, texts: new Map([[COLUMN.pattern, id]]) };
    }
    return names;
  }

  private addPattern(shape: Shape): number {
    const number = this.parts.push(NO_PART);
    this.shapes.set(number, shape);
    return number;
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
