import { NotFound } from '@/lib/errors';
import type { OneEventAnswer } from '@/lib/interface';
import { sql } from '@/lib/query';
import { EventAnswers, type EventRow, parseEventId, ROW_COLUMNS } from './event-rows';
import { ORIGINAL_COLUMNS, type OriginalPlace, OriginalTexts } from './original-texts';
import { type Reader, readOnly } from './read-only';
import { wholeRows } from './whole-rows';

/** How much of a record is shown; the whole is in the file. */
const RAW_BYTES_MAX = 256 * 1024;

/** An event with the place of its original. */
export type PlacedRow = EventRow & OriginalPlace;

/** One event with the original text of its record. Throws `NotFound`. */
export function readEvent(id: string, signal?: AbortSignal): Promise<OneEventAnswer> {
  return readOnly(async (reader) => {
    const row = await eventRow(reader, id);
    const [answer] = await new EventAnswers(reader).of([row]);
    if (answer === undefined) throw noEvent(id);
    const { unparsed, ...fields } = answer.fields;
    return {
      ...answer,
      fields,
      ...(await new OriginalTexts(reader).of(row, RAW_BYTES_MAX)),
      layers: [...words(answer.fields.envelope), ...words(answer.fields.format)],
      unparsed: typeof unparsed === 'string' ? unparsed : null,
    };
  }, signal);
}

/** The row behind an event's id with the place of its original. Throws `NotFound`. */
export async function eventRow(reader: Reader, id: string): Promise<PlacedRow> {
  const place = parseEventId(id);
  if (place === null) throw noEvent(id);
  const [row] = await wholeRows<PlacedRow>(
    reader,
    sql`SELECT ${ROW_COLUMNS}, ${ORIGINAL_COLUMNS}
    FROM event_row AS event WHERE event.segment = ${place.segment} AND event.n = ${place.n}`,
  );
  if (row === undefined) throw noEvent(id);
  return row;
}

function words(value: unknown): string[] {
  return typeof value === 'string' ? value.split('/').filter((word) => word !== '') : [];
}

function noEvent(id: string): NotFound {
  return new NotFound(`there is no event "${id}"; its source may have been deleted`);
}
