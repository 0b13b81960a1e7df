import { z } from 'zod';
import { hasColumn } from '@/lib/columns';
import { BadRequest } from '@/lib/errors';
import { knownField, type Sql, sql } from '@/lib/query';
import type { EventRow } from './event-rows';
import { isoFromMicros, micros } from './times';

/** How a page of events is sorted: by a column, events without a value last, ties in the order of writing. */
export interface EventOrder {
  /** As the interface writes it. */
  readonly name: string;
  readonly column: Sql;
  readonly descending: boolean;
  /** The name of the column in column blocks; `time`; null when it has none. */
  readonly stored: string | null;
  /** The column's value in the select list, as a cursor keeps it. */
  readonly key: Sql;
  /** The same of a row that was read already. */
  keyOf(row: EventRow): string | null;
  /** A cursor's value as SQL again; throws `BadRequest` for what cannot be one. */
  bind(key: string): Sql;
}

/** Where a page ended. `key` is null behind the events that have a value. */
export interface EventCursor {
  readonly key: string | null;
  readonly segment: number;
  readonly n: number;
}

/** Reads `asc`, `desc` (by time), `field` or `-field`. */
export function parseOrder(text: string): EventOrder {
  const descending = text === 'desc' || text.startsWith('-');
  const name = text === 'asc' || text === 'desc' ? 'time' : text.replace(/^-/, '');
  const field = knownField(name);
  if (field === null || field.column === null) {
    throw new BadRequest(`order: "${text}" is neither asc, desc nor a field; put "-" before a field to turn it round`);
  }
  const own = field.column;
  const column = sql.identifier(own);
  if (field.kind === 'time') {
    return {
      name: text,
      column,
      descending,
      stored: 'time',
      key: sql`${micros(column)}::text`,
      keyOf: (row) => row.time_micros,
      bind: bindTime,
    };
  }
  const stored = hasColumn(field.name) ? field.name : null;
  const isText = field.kind === 'text' || field.kind === 'address';
  // Sorted as columns are, whatever the database's locale is.
  const sorted = isText ? sql`${column} COLLATE "C"` : column;
  return {
    name: text,
    column: sorted,
    descending,
    stored,
    key: sql`${column}::text`,
    keyOf: (row) => (row[own] == null ? null : String(row[own])),
    bind: binding(field.kind),
  };
}

function binding(kind: string): (key: string) => Sql {
  return kind === 'text' || kind === 'address' ? (key) => sql`${key}::text` : (key) => sql`${numberIn(key)}::float8`;
}

const YEAR_1_MICROS = Date.parse('0001-01-01T00:00:00Z') * 1000;
const YEAR_10000_MICROS = Date.UTC(10_000) * 1000;

function bindTime(key: string): Sql {
  const time = numberIn(key);
  if (time < YEAR_1_MICROS || time >= YEAR_10000_MICROS) throw notOurs();
  return sql`${isoFromMicros(time)}::timestamptz`;
}

function numberIn(key: string): number {
  const number = Number(key);
  if (key === '' || !Number.isFinite(number)) throw notOurs();
  return number;
}

const stored = z.tuple([z.string(), z.string().nullable(), z.int32(), z.int32()]);

/** A cursor for the interface: opaque, and only good for the order that it was made in. */
export function writeCursor(order: EventOrder, cursor: EventCursor): string {
  return Buffer.from(JSON.stringify([order.name, cursor.key, cursor.segment, cursor.n])).toString('base64url');
}

export function readCursor(order: EventOrder, text: string): EventCursor {
  const parsed = stored.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')));
  if (!parsed.success) throw notOurs();
  const [name, key, segment, n] = parsed.data;
  if (name !== order.name) throw new BadRequest(`cursor: made for the order "${name}"; start again without a cursor`);
  return { key, segment, n };
}

function notOurs(): BadRequest {
  return new BadRequest('cursor: not one that this server gave out; take it from "next" of a page');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
