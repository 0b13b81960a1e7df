import { type Sql, sql } from '@/lib/query';
import type { EventCursor, EventOrder } from './event-order';
import { EVENT_COLUMNS } from './event-rows';
import type { KeyedRow } from './matching';
import { rowsByTime } from './page-by-time';
import type { Reader } from './read-only';
import type { SegmentSpan } from './segment-span';

/** A page behind a cursor of the events that `where` means in `segments`: those that have a value, then those that have none. */
export async function pageBySql(
  reader: Reader,
  where: Sql,
  segments: readonly SegmentSpan[],
  order: EventOrder,
  cursor: EventCursor | null,
  limit: number,
): Promise<KeyedRow[]> {
  const rows: KeyedRow[] = [];
  if (cursor === null || cursor.key !== null) {
    const ask = (condition: Sql) => reader.rows<KeyedRow>(withValue(condition, order, cursor, limit));
    const within = (condition: Sql) => ask(sql`${where} AND ${condition}`);
    rows.push(
      ...(order.stored === 'time' ? await rowsByTime(segments, order, cursor, limit, within) : await ask(where)),
    );
  }
  if (rows.length < limit) {
    const behind = cursor !== null && cursor.key === null ? cursor : null;
    rows.push(...(await reader.rows<KeyedRow>(withoutValue(where, order, behind, limit - rows.length))));
  }
  return rows;
}

function withValue(
  where: Sql,
  { column, key, descending, bind }: EventOrder,
  cursor: EventCursor | null,
  limit: number,
) {
  const place = sql`(${column}, event.segment, event.n)`;
  const behind =
    cursor?.key == null
      ? sql.empty
      : sql`AND ${place} ${sign(descending)} (${bind(cursor.key)}, ${cursor.segment}, ${cursor.n})`;
  // Where the nulls go does not matter here, but it must be said as the index says it.
  const sorted = descending
    ? sql`${column} DESC NULLS LAST, event.segment DESC, event.n DESC`
    : sql`${column} ASC NULLS FIRST, event.segment ASC, event.n ASC`;
  return sql`SELECT ${EVENT_COLUMNS}, ${key} AS cursor_key FROM event
    WHERE ${where} AND ${column} IS NOT NULL ${behind} ORDER BY ${sorted} LIMIT ${limit}`;
}

function withoutValue(where: Sql, { column, descending }: EventOrder, cursor: EventCursor | null, limit: number) {
  const place = sql`(event.segment, event.n)`;
  const behind = cursor === null ? sql.empty : sql`AND ${place} ${sign(descending)} (${cursor.segment}, ${cursor.n})`;
  const sorted = descending ? sql`event.segment DESC, event.n DESC` : sql`event.segment ASC, event.n ASC`;
  return sql`SELECT ${EVENT_COLUMNS}, NULL AS cursor_key FROM event
    WHERE ${where} AND ${column} IS NULL ${behind} ORDER BY ${sorted} LIMIT ${limit}`;
}

function sign(descending: boolean): Sql {
  return descending ? sql`<` : sql`>`;
}
