import type { QueryResultRow } from 'pg';
import { COLUMN, type SegmentColumnsBuilder } from '@/lib/columns';
import { FIELDS } from '@/lib/events';
import { type Sql, sql } from '@/lib/query';
import { micros, numberOf } from './times';

const SELECT = sql.join(
  [
    sql`event.n, ${micros(sql`event."time"`)} AS time, event.type, event.severity, event.file, event.attributes`,
    ...FIELDS.map(({ column }) => sql.identifier(column)),
  ],
  sql`, `,
);

/** Selects events of a segment by their numbers, from `from` on and below `to`, in order, for `addColumnRow`. */
export function columnRows(segment: number, from: number, to: number): Sql {
  return sql`SELECT ${SELECT} FROM event
    WHERE event.segment = ${segment} AND event.n >= ${from} AND event.n < ${to} ORDER BY event.n`;
}

/** An event as its columns need it. */
export interface ColumnRow extends QueryResultRow {
  readonly n: number;
  readonly time: string | null;
  readonly type: number;
  readonly severity: number | null;
  readonly file: number;
  readonly attributes: unknown;
  /** As the driver gives them: bigint as text. */
  readonly [field: string]: unknown;
}

/** Adds what a row holds to the columns of its segment. */
export function addColumnRow(columns: SegmentColumnsBuilder, row: ColumnRow): void {
  columns.setTime(row.n, numberOf(row.time));
  columns.set(row.n, COLUMN.type, row.type);
  columns.set(row.n, COLUMN.severity, row.severity);
  columns.set(row.n, COLUMN.file, row.file);
  columns.setAttributes(row.n, scalarsOf(row.attributes));
  for (const { name, column, kind } of FIELDS) {
    const value = row[column];
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    columns.set(row.n, COLUMN[name], kind === 'integer' || kind === 'number' ? Number(value) : value);
  }
}

/** What `->>` makes of attributes: texts of anything but null. */
function scalarsOf(attributes: unknown): Record<string, string | number | boolean> {
  const scalars: Record<string, string | number | boolean> = Object.create(null);
  if (typeof attributes !== 'object' || attributes === null) return scalars;
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') scalars[name] = value;
    else if (value !== null) scalars[name] = JSON.stringify(value);
  }
  return scalars;
}
