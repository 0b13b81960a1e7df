import { chunksOfCodes, codeWidth } from './codes';
import { encodeDictionary } from './dictionary';
import { encodeMinutes } from './minute-counts';
import { ATTRIBUTES_COLUMN, type SegmentColumns } from './segment-columns';
import { encodeTimes } from './times';

/** Events in one stored chunk of a column. */
export const CHUNK_ROWS = 65_536;
/** The chunk that holds a column's dictionary; those behind it hold the codes of `CHUNK_ROWS` events each. */
export const DICTIONARY_CHUNK = 0;
/** Column names that are no field's. */
export const TIME_COLUMN = 'time';
export const MINUTES_COLUMN = 'minutes';

/** A part of a segment's columns as table `column_block` keeps it, before it is compressed. */
export interface ColumnChunk {
  readonly name: string;
  readonly chunk: number;
  /** How many events it tells about. */
  readonly rows: number;
  readonly bytes: Buffer;
}

/** Everything that is stored of a segment's columns. A dictionary without bytes says that its values are too many. */
export function* storedChunks({
  rows,
  times,
  minutes,
  columns,
  allAttributes,
}: SegmentColumns): Generator<ColumnChunk> {
  yield { name: MINUTES_COLUMN, chunk: DICTIONARY_CHUNK, rows, bytes: encodeMinutes(minutes) };
  if (!allAttributes) yield { name: ATTRIBUTES_COLUMN, chunk: DICTIONARY_CHUNK, rows, bytes: Buffer.alloc(0) };
  for (let from = 0; from < rows; from += CHUNK_ROWS) {
    const part = times.subarray(from, from + CHUNK_ROWS);
    yield { name: TIME_COLUMN, chunk: 1 + from / CHUNK_ROWS, rows: part.length, bytes: encodeTimes(part) };
  }
  for (const [name, column] of columns) {
    const bytes = column === 'too-many' ? Buffer.alloc(0) : encodeDictionary(column.dictionary);
    yield { name, chunk: DICTIONARY_CHUNK, rows, bytes };
    if (column === 'too-many') continue;
    const { codes, dictionary } = column;
    const width = codeWidth(dictionary.values.length);
    for (const [index, chunk] of chunksOfCodes(codes, dictionary.values.length, CHUNK_ROWS).entries()) {
      yield { name, chunk: 1 + index, rows: chunk.length / width, bytes: chunk };
    }
  }
}
