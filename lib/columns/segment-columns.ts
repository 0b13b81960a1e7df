import { type BuiltColumn, ColumnBuilder } from './column-builder';
import { COLUMN_NAMES } from './column-catalogue';
import type { ColumnValue } from './dictionary';
import { countMinutes, type MinuteCounts } from './minute-counts';

const ROWS_FIRST = 1024;

/** All columns of a segment, ready to be stored. */
export interface SegmentColumns {
  readonly rows: number;
  /** Microseconds since 1970, NaN for none. */
  readonly times: Float64Array;
  readonly minutes: MinuteCounts;
  /** By field name; a field that no event has is left out. `too-many`: its values are not worth a column. */
  readonly columns: ReadonlyMap<string, BuiltColumn | 'too-many'>;
}

/** Collects the columns of a segment while its events are written, in any order of their numbers. */
export class SegmentColumnsBuilder {
  private readonly columns: (ColumnBuilder | null)[] = COLUMN_NAMES.map(() => null);
  private times = new Float64Array(ROWS_FIRST).fill(Number.NaN);

  /** Notes a value of the event with number `row`; `column` is a number of the catalogue. */
  set(row: number, column: number, value: ColumnValue | null): void {
    if (value === null) return;
    let builder = this.columns[column];
    if (builder == null) {
      builder = new ColumnBuilder();
      this.columns[column] = builder;
    }
    builder.set(row, value);
  }

  /** Microseconds since 1970; null for an event without a time. */
  setTime(row: number, time: number | null): void {
    if (row >= this.times.length) this.grow(row + 1);
    this.times[row] = time === null ? Number.NaN : Math.floor(time);
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
    const minutes = countMinutes(times, valueIn(columns.get('type')), valueIn(columns.get('severity')));
    return { rows, times, minutes, columns };
  }

  private grow(rows: number): void {
    const wider = new Float64Array(Math.max(rows, this.times.length * 2)).fill(Number.NaN);
    wider.set(this.times);
    this.times = wider;
  }
}

function valueIn(column: BuiltColumn | 'too-many' | undefined): (row: number) => number {
  if (column === undefined || column === 'too-many') return () => 0;
  const { codes, dictionary } = column;
  return (row) => Number(dictionary.values[(codes[row] ?? 0) - 1] ?? 0);
}
