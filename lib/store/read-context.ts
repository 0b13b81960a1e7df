import type { ContextAnswer } from '@/lib/interface';
import { sql } from '@/lib/query';
import { EventAnswers, type EventRow, ROW_COLUMNS } from './event-rows';
import { eventRow, type PlacedRow } from './read-event';
import { type Reader, readOnly } from './read-only';
import { wholeRows } from './whole-rows';

interface Wanted {
  readonly before: number;
  readonly after: number;
}

/** The neighbours of an event in its own file, in file order; a file's events may be in several segments. */
export function readContext(id: string, wanted: Wanted, signal?: AbortSignal): Promise<ContextAnswer> {
  return readOnly(async (reader) => {
    const row = await eventRow(reader, id);
    const before = await neighbours(reader, row, wanted.before, false);
    const after = await neighbours(reader, row, wanted.after, true);
    const answers = await new EventAnswers(reader).of([...before.reverse(), row, ...after]);
    const event = answers[before.length];
    if (event === undefined) throw new RangeError('an event was lost on the way');
    return { before: answers.slice(0, before.length), event, after: answers.slice(before.length + 1) };
  }, signal);
}

/** Blocks looked up at a time; one is nearly always enough. */
const BLOCKS_EACH = 4;

interface FileBlock {
  readonly segment: number;
  readonly position: string;
  readonly first_n: number;
  readonly events: number;
}

/** The nearest events in one direction, nearest first, found block by block of the file. */
async function neighbours(reader: Reader, row: PlacedRow, count: number, later: boolean): Promise<EventRow[]> {
  const found: EventRow[] = [];
  let place = sql`>= 0`;
  const [own] = await reader.rows<FileBlock>(
    sql`${BLOCKS} WHERE raw_block.segment = ${row.segment} AND raw_block.block = ${row.block}`,
  );
  if (own !== undefined) place = later ? sql`>= ${own.position}::bigint` : sql`<= ${own.position}::bigint`;
  while (found.length < count) {
    const direction = later ? sql`ASC` : sql`DESC`;
    const blocks =
      await reader.rows<FileBlock>(sql`${BLOCKS} WHERE raw_block.file = ${row.file} AND raw_block.position ${place}
      ORDER BY raw_block.position ${direction} LIMIT ${BLOCKS_EACH}`);
    for (const block of blocks) {
      if (found.length < count) found.push(...(await eventsOf(reader, row, block, count - found.length, later)));
    }
    const last = blocks.at(-1);
    if (last === undefined || blocks.length < BLOCKS_EACH) break;
    place = later ? sql`> ${last.position}::bigint` : sql`< ${last.position}::bigint`;
  }
  return found;
}

const BLOCKS = sql`SELECT raw_block.segment, raw_block.position, raw_block.first_n, raw_block.events FROM raw_block`;

/** Those of the events opening in a block that are before or behind the event; several may share a line. */
function eventsOf(reader: Reader, row: EventRow, block: FileBlock, limit: number, later: boolean): Promise<EventRow[]> {
  const place = sql`(event.line, event.segment, event.n)`;
  const here = sql`(${row.line}::int, ${row.segment}::int, ${row.n}::int)`;
  const [beyond, sorted] = later
    ? [sql`${place} > ${here}`, sql`event.line, event.n`]
    : [sql`${place} < ${here}`, sql`event.line DESC, event.n DESC`];
  return wholeRows(
    reader,
    sql`SELECT ${ROW_COLUMNS} FROM event_row AS event
    WHERE event.segment = ${block.segment} AND event.n >= ${block.first_n} AND event.n < ${block.first_n + block.events}
      AND event.file = ${row.file} AND ${beyond}
    ORDER BY ${sorted} LIMIT ${limit}`,
  );
}
