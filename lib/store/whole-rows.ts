import { FIELDS, type FieldName } from '@/lib/events';
import type { Sql } from '@/lib/query';
import type { EventRow } from './event-rows';
import { type PartRow, partKey, readParts } from './kept-parts';
import { FORM_ARGUMENTS, filled, KIND, PART_GROUPS } from './parts';
import type { Reader } from './read-only';

const COLUMN_OF: ReadonlyMap<FieldName, string> = new Map(FIELDS.map(({ name, column }) => [name, column]));
const GROUPS = PART_GROUPS.map(({ name, fields }) => ({ key: `${name}_part`, columns: columnsOf(fields) }));
const ARGUMENTS = columnsOf(FORM_ARGUMENTS);

/**
 * Rows of table `event_row`, selected as `ROW_COLUMNS` and more, as view `event` would give them. By itself the view is slower
 * for a few rows, since the planner thinks about each of its joins.
 */
export async function wholeRows<Row extends EventRow>(reader: Reader, statement: Sql): Promise<Row[]> {
  const rows = await reader.rows<Row>(statement);
  const parts = await partsOf(reader, rows);
  return rows.map((row) => whole(row, parts));
}

/** The parts that rows name, by segment and id. */
async function partsOf(reader: Reader, rows: readonly EventRow[]): Promise<ReadonlyMap<string, PartRow>> {
  const wanted = new Map<number, Set<number>>();
  for (const row of rows) {
    for (const { key } of GROUPS) {
      const id = row[key];
      if (typeof id !== 'number') continue;
      const ids = wanted.get(row.segment);
      if (ids === undefined) wanted.set(row.segment, new Set([id]));
      else ids.add(id);
    }
  }
  return wanted.size === 0 ? new Map() : readParts(reader, wanted);
}

function whole<Row extends EventRow>(row: Row, parts: ReadonlyMap<string, PartRow>): Row {
  const values: Record<string, unknown> = { lines: row.lines ?? 1, time_guess: row.time_guess ?? 0 };
  const own = GROUPS.map(({ key }) => parts.get(partKey(row.segment, row[key])));
  for (const [group, { columns }] of GROUPS.entries()) {
    const part = own[group];
    if (part === undefined) continue;
    for (const column of columns) if (row[column] === null && part[column] !== null) values[column] = part[column];
  }
  const argument = (number: number) => {
    const column = ARGUMENTS[number] ?? '';
    const value = values[column] ?? row[column];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  };
  const kind = own[KIND];
  values.path = row.path ?? (kind?.path_form == null ? null : filled(kind.path_form, argument));
  values.message = row.message ?? filled(kind?.message_form ?? '', argument);
  values.attributes = joined([...own.map((part) => part?.attributes), row.attributes]);
  // The driver made the row for us alone: it is completed in its place.
  return Object.assign(row, values);
}

/** Attributes are named by the log, `__proto__` too: nothing is inherited here. */
function joined(objects: readonly unknown[]): Record<string, unknown> | null {
  const some = objects.filter((object) => typeof object === 'object' && object !== null);
  return some.length === 0 ? null : Object.assign(Object.create(null), ...some);
}

function columnsOf(fields: readonly FieldName[]): string[] {
  return fields.map((name) => COLUMN_OF.get(name) ?? name);
}
