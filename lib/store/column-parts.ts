import { decodeBlock } from '@/lib/blocks';
import { type ColumnPart, decodeColumnPart, type SegmentColumnsBuilder } from '@/lib/columns';
import { sql } from '@/lib/query';
import { addColumnRow, type ColumnRow, columnRows } from './column-row';
import type { Reader } from './read-only';

/** Events read as rows at a time. */
const PAGE_EVENTS = 20_000;
/** Parts in memory at once. */
const PARTS_AT_ONCE = 32;

interface StoredPart {
  readonly first: number;
  readonly part: ColumnPart;
}

/**
 * Adds the events of a segment from number `from` on and below `to` to its columns: where columns of some of them are stored
 * apart, from those, and else from their rows. `reached` is told how far it came.
 */
export async function addColumns(
  reader: Pick<Reader, 'rows'>,
  segment: number,
  columns: SegmentColumnsBuilder,
  { from, to }: { readonly from: number; readonly to: number },
  reached: (number: number) => void = () => undefined,
): Promise<void> {
  let next = from;
  while (next < to) {
    const parts = await partsFrom(reader, segment, next, to);
    for (const { first, part } of parts) {
      next = await addRows(reader, segment, columns, { from: next, to: first }, reached);
      columns.append(first, part);
      next = first + part.rows;
      reached(next);
    }
    if (parts.length < PARTS_AT_ONCE) next = await addRows(reader, segment, columns, { from: next, to }, reached);
  }
}

/** The first stored parts that begin at event `from` or later and end before `to`. */
async function partsFrom(
  reader: Pick<Reader, 'rows'>,
  segment: number,
  from: number,
  to: number,
): Promise<StoredPart[]> {
  const rows = await reader.rows<{ first: number; rows: number; codec: number; data: Buffer }>(sql`
    SELECT first_n AS first, rows, codec, data FROM column_part
    WHERE segment = ${segment} AND first_n >= ${from} AND first_n + rows <= ${to}
    ORDER BY first_n LIMIT ${PARTS_AT_ONCE}`);
  const unpacked = await Promise.all(rows.map(({ codec, data }) => decodeBlock(codec, data)));
  return rows.map(({ first, rows: count }, index) => ({
    first,
    part: decodeColumnPart(unpacked[index] ?? Buffer.alloc(0), count),
  }));
}

/** Answers `to`. */
async function addRows(
  reader: Pick<Reader, 'rows'>,
  segment: number,
  columns: SegmentColumnsBuilder,
  { from, to }: { readonly from: number; readonly to: number },
  reached: (number: number) => void,
): Promise<number> {
  for (let next = from; next < to; next += PAGE_EVENTS) {
    const end = Math.min(next + PAGE_EVENTS, to);
    for (const row of await reader.rows<ColumnRow>(columnRows(segment, next, end))) addColumnRow(columns, row);
    reached(end);
  }
  return to;
}
