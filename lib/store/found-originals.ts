import { sql } from '@/lib/query';
import { parseOrder } from './event-order';
import { eventId } from './event-rows';
import type { KeyedRow, Matching } from './matching';
import { ORIGINAL_COLUMNS, type OriginalPlace, OriginalTexts } from './original-texts';
import { startBehind } from './read-events';
import type { Reader } from './read-only';

/** So many originals are read and taken apart within the time that a question has. */
export const ORIGINALS_MAX = 100_000;

const PAGE_EVENTS = 2000;
/** Blocks that are held at a time, at most: each of these events may stand in one of its own. */
const EVENTS_TOGETHER = 100;
/** A longer record is not looked into. */
const ORIGINAL_BYTES_MAX = 16 * 1024 * 1024;

/** An event with the text of its record. */
export interface FoundOriginal {
  readonly row: KeyedRow;
  readonly text: string;
}

/** Says that a path cannot be answered, and what can be done. */
export function tooManyOriginals(name: string, events: number): string {
  const [all, most] = [events, ORIGINALS_MAX].map((count) => count.toLocaleString('en'));
  return (
    `${name} stands in the originals only, and those of ${all} events would have to be read; ` +
    `narrow the time range, the type or the query to ${most} events`
  );
}

/** The events of a question with their originals, a few at a time. */
export async function* foundOriginals(reader: Reader, matching: Matching): AsyncGenerator<FoundOriginal> {
  const order = parseOrder('asc');
  let rows: readonly KeyedRow[] = [];
  do {
    const last = rows.at(-1);
    rows = await matching.page(order, last === undefined ? null : startBehind(last), PAGE_EVENTS);
    yield* withOriginals(reader, rows);
  } while (rows.length === PAGE_EVENTS);
}

/** Events with their originals, a few at a time. */
export async function* withOriginals(reader: Reader, rows: readonly KeyedRow[]): AsyncGenerator<FoundOriginal> {
  for (let from = 0; from < rows.length; from += EVENTS_TOGETHER) {
    yield* together(reader, rows.slice(from, from + EVENTS_TOGETHER));
  }
}

async function* together(reader: Reader, rows: readonly KeyedRow[]): AsyncGenerator<FoundOriginal> {
  const places = await reader.rows<OriginalPlace & { n: number }>(sql`
    SELECT event.segment, event.n, ${ORIGINAL_COLUMNS}
    FROM unnest(${rows.map(({ segment }) => segment)}::int[], ${rows.map(({ n }) => n)}::int[]) AS wanted(segment, n)
    JOIN event ON event.segment = wanted.segment AND event.n = wanted.n`);
  const byId = new Map(places.map((place) => [eventId(place.segment, place.n), place]));
  const texts = new OriginalTexts(reader);
  for (const row of rows) {
    const place = byId.get(eventId(row.segment, row.n));
    if (place !== undefined) yield { row, text: (await texts.of(place, ORIGINAL_BYTES_MAX)).raw };
  }
}
