import { NotFound } from '@/lib/errors';
import type { OneEventAnswer } from '@/lib/interface';
import { sql } from '@/lib/query';
import { EVENT_COLUMNS, EventAnswers, type EventRow, parseEventId } from './event-rows';
import { readBlock } from './read-block';
import { type Reader, readOnly } from './read-only';

/** How much of a record is shown; the whole is in the file. */
const RAW_BYTES_MAX = 256 * 1024;

/** An event with the place of its original. */
export interface PlacedRow extends EventRow {
  readonly block: number;
  readonly raw_offset: number;
  readonly raw_length: number;
  readonly spans: number[] | null;
}

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
      ...(await readRaw(reader, row)),
      layers: [...words(answer.fields.envelope), ...words(answer.fields.format)],
      unparsed: typeof unparsed === 'string' ? unparsed : null,
    };
  }, signal);
}

/** The row behind an event's id with the place of its original. Throws `NotFound`. */
export async function eventRow(reader: Reader, id: string): Promise<PlacedRow> {
  const place = parseEventId(id);
  if (place === null) throw noEvent(id);
  const [row] = await reader.rows<PlacedRow>(sql`
    SELECT ${EVENT_COLUMNS}, event.block, event.raw_offset, event.raw_length, event.spans
    FROM event WHERE event.segment = ${place.segment} AND event.n = ${place.n}`);
  if (row === undefined) throw noEvent(id);
  return row;
}

type Raw = Pick<OneEventAnswer, 'raw' | 'rawBytes' | 'rawTruncated'>;

async function readRaw(reader: Reader, row: PlacedRow): Promise<Raw> {
  const pieces = piecesOf(row);
  const blocks = new Map<number, Buffer | null>();
  const bytes: Buffer[] = [];
  let missing = RAW_BYTES_MAX;
  for (const { block, offset, length } of pieces) {
    if (missing <= 0) break;
    if (!blocks.has(block)) blocks.set(block, await readBlock(reader, row.segment, block));
    const piece = blocks.get(block)?.subarray(offset, offset + Math.min(length, missing));
    if (piece !== undefined) bytes.push(piece);
    missing -= length;
  }
  const text = Buffer.concat(bytes).toString('utf8');
  return {
    raw: text.replace(/\r?\n$/, ''),
    rawBytes: pieces.reduce((sum, { length }) => sum + length, 0),
    rawTruncated: missing < 0,
  };
}

function piecesOf({ block, raw_offset, raw_length, spans }: PlacedRow) {
  const pieces = [{ block, offset: raw_offset, length: raw_length }];
  for (let index = 0; index + 2 < (spans?.length ?? 0); index += 3) {
    pieces.push({ block: spans?.[index] ?? 0, offset: spans?.[index + 1] ?? 0, length: spans?.[index + 2] ?? 0 });
  }
  return pieces;
}

function words(value: unknown): string[] {
  return typeof value === 'string' ? value.split('/').filter((word) => word !== '') : [];
}

function noEvent(id: string): NotFound {
  return new NotFound(`there is no event "${id}"; its source may have been deleted`);
}
