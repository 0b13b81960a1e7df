import { decimalText } from '@/lib/query';
import { type BuiltColumn, ColumnBuilder, type DictionaryLimits, type GivenValue } from './column-builder';
import { attributeColumn, attributeOf, COLUMN_NAMES, COLUMN_NUMBERS, isAttributeColumn } from './column-catalogue';
import type { ColumnValue } from './dictionary';
import { countMinutes, type MinuteCounts } from './minute-counts';
import { storable } from './stored-text';

/** Stored, as if it had too many values, where not every attribute has a column. */
export const ATTRIBUTES_COLUMN = 'attributes';
const ROWS_FIRST = 1024;
/** Attributes are named by the logs: an identifier of each event, or a thousand names, must not become columns. */
const ATTRIBUTE_LIMITS: DictionaryLimits = { values: 20_000, characters: 1024 * 1024, unique: 8192 };
const ATTRIBUTES_MAX = 200;
const ATTRIBUTE_NAME_MAX = 200;

/** All columns of a segment, ready to be stored. */
export interface SegmentColumns {
  readonly rows: number;
  /** Microseconds since 1970, NaN for none. */
  readonly times: Float64Array;
  readonly minutes: MinuteCounts;
  /** By field name; a field that no event has is left out. `too-many`: its values are not worth a column. */
  readonly columns: ReadonlyMap<string, BuiltColumn | 'too-many'>;
  /** Whether each attribute that an event has is among the columns, if only as `too-many`. */
  readonly allAttributes: boolean;
}

/** Collects the columns of a segment while its events are written, in any order of their numbers. */
export class SegmentColumnsBuilder {
  private readonly columns: (ColumnBuilder | null)[] = COLUMN_NAMES.map(() => null);
  private readonly attributes = new Map<string, ColumnBuilder>();
  private allAttributes = true;
  private times = new Float64Array(ROWS_FIRST).fill(Number.NaN);

  /**
   * Notes a value of the event with number `row`; `column` is a number of the catalogue. Answers the value's code in this
   * segment, from 1 on; 0 for null, and when the values are too many.
   */
  set(row: number, column: number, value: ColumnValue | null): number {
    if (value === null) return 0;
    let builder = this.columns[column];
    if (builder == null) {
      builder = new ColumnBuilder();
      this.columns[column] = builder;
    }
    return builder.set(row, value);
  }

  /** The text that a column holds of what was set last; null where it holds none. */
  heldText(column: number): string | null {
    const held = this.columns[column]?.held;
    return typeof held === 'string' ? held : null;
  }

  /** Notes attributes of an event, each as the text that the row gives of it. */
  setAttributes(row: number, attributes: Readonly<Record<string, string | number | boolean>>): void {
    for (const name in attributes) {
      const value = attributes[name];
      if (value !== undefined) this.attribute(name)?.set(row, value);
    }
  }

  /** Microseconds since 1970; null for an event without a time. */
  setTime(row: number, time: number | null): void {
    if (row >= this.times.length) this.grow(row + 1);
    this.times[row] = time === null ? Number.NaN : Math.floor(time);
  }

  /** Notes further events, from number `row` on, of which columns were made apart. */
  append(row: number, { rows, times, columns, allAttributes }: Omit<SegmentColumns, 'minutes'>): void {
    if (row + rows > this.times.length) this.grow(row + rows);
    this.times.set(times, row);
    if (!allAttributes) this.allAttributes = false;
    for (const [name, column] of columns) this.builderFor(name)?.append(row, column);
  }

  finish(rows: number): SegmentColumns {
    if (rows > this.times.length) this.grow(rows);
    const times = this.times.subarray(0, rows);
    const columns = new Map<string, BuiltColumn | 'too-many'>();
    for (const [number, builder] of this.columns.entries()) {
      const name = COLUMN_NAMES[number];
      if (builder === null || name === undefined) continue;
      columns.set(name, builder.tooMany ? 'too-many' : builder.finish(rows));
    }
    for (const [name, builder] of this.attributes) {
      columns.set(attributeColumn(name), builder.tooMany ? 'too-many' : builder.finish(rows));
    }
    const minutes = countMinutes(times, valueIn(columns.get('type')), valueIn(columns.get('severity')));
    return { rows, times, minutes, columns, allAttributes: this.allAttributes };
  }

  /** Bytes that it takes, about. */
  get weight(): number {
    const builders = [...this.columns, ...this.attributes.values()];
    return this.times.byteLength + builders.reduce((sum, builder) => sum + (builder?.weight ?? 0), 0);
  }

  /** Times of the first so many events; NaN for none. */
  timesOf(rows: number): Float64Array {
    if (rows > this.times.length) this.grow(rows);
    return this.times.subarray(0, rows);
  }

  /** One column of the first so many events; events must have been added in the order of their numbers. Null: no event has a value. */
  columnOf(name: string, rows: number): BuiltColumn | 'too-many' | null {
    if (name === ATTRIBUTES_COLUMN) return this.allAttributes ? null : 'too-many';
    const builder = this.builderOf(name);
    if (builder === null) return null;
    return builder.tooMany ? 'too-many' : builder.finish(rows);
  }

  /** The builder of a column, which is begun if there is none; null where it is not kept. */
  private builderFor(name: string): ColumnBuilder | null {
    if (isAttributeColumn(name)) return this.attribute(attributeOf(name));
    const number = COLUMN_NUMBERS.get(name);
    if (number === undefined) return null;
    const known = this.columns[number] ?? new ColumnBuilder();
    this.columns[number] = known;
    return known;
  }

  private builderOf(name: string): ColumnBuilder | null {
    if (isAttributeColumn(name)) return this.attributes.get(attributeOf(name)) ?? null;
    const number = COLUMN_NUMBERS.get(name);
    return number === undefined ? null : (this.columns[number] ?? null);
  }

  /** The column of an attribute, to note each event's value as the text that the row gives of it; null where it has none. */
  attribute(given: string): ColumnBuilder | null {
    const known = this.attributes.get(given);
    if (known !== undefined) return known;
    const name = storable(given);
    if (name !== given) return this.attribute(name);
    if (this.attributes.size >= ATTRIBUTES_MAX || name.length > ATTRIBUTE_NAME_MAX) {
      this.allAttributes = false;
      return null;
    }
    const made = new ColumnBuilder(attributeText, ATTRIBUTE_LIMITS);
    this.attributes.set(name, made);
    return made;
  }

  private grow(rows: number): void {
    const wider = new Float64Array(Math.max(rows, this.times.length * 2)).fill(Number.NaN);
    wider.set(this.times);
    this.times = wider;
  }
}

/** An attribute's text, as jsonb gives it; null for what is no number there. */
function attributeText(value: GivenValue): string | null {
  return typeof value === 'number' ? decimalText(value) : storable(String(value));
}

function valueIn(column: BuiltColumn | 'too-many' | undefined): (row: number) => number {
  if (column === undefined || column === 'too-many') return () => 0;
  const { codes, dictionary } = column;
  return (row) => Number(dictionary.values[(codes[row] ?? 0) - 1] ?? 0);
}
