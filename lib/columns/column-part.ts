import { codeWidth } from './codes';
import type { BuiltColumn } from './column-builder';
import { decodeDictionary } from './dictionary';
import { ATTRIBUTES_COLUMN, type SegmentColumns } from './segment-columns';
import { DICTIONARY_CHUNK, MINUTES_COLUMN, storedChunks, TIME_COLUMN } from './stored-columns';
import { decodeTimes } from './times';

/** The columns of some events of a segment, numbered from 0. */
export type ColumnPart = Omit<SegmentColumns, 'minutes'>;

/** Length of the name, number of the chunk, length of its bytes. */
const HEAD_BYTES = 2 + 1 + 4;

/** The stored form of a part of at most `CHUNK_ROWS` events: its chunks as they would be stored by themselves, one after the other. */
export function encodeColumnPart(columns: SegmentColumns): Buffer {
  const pieces: Buffer[] = [];
  for (const { name, chunk, bytes } of storedChunks(columns)) {
    if (name === MINUTES_COLUMN) continue;
    const text = Buffer.from(name);
    const head = Buffer.alloc(HEAD_BYTES);
    head.writeUInt16LE(text.length, 0);
    head.writeUInt8(chunk, 2);
    head.writeUInt32LE(bytes.length, 3);
    pieces.push(head, text, bytes);
  }
  return Buffer.concat(pieces);
}

/** Throws RangeError for bytes that `encodeColumnPart` did not write. */
export function decodeColumnPart(bytes: Buffer, rows: number): ColumnPart {
  const times = new Float64Array(rows).fill(Number.NaN);
  const columns = new Map<string, BuiltColumn | 'too-many'>();
  let allAttributes = true;
  for (const { name, chunk, content } of chunksIn(bytes)) {
    if (name === TIME_COLUMN) decodeTimes(content, times);
    else if (name === ATTRIBUTES_COLUMN) allAttributes = false;
    else if (chunk !== DICTIONARY_CHUNK) columns.set(name, withCodes(columns.get(name), content, rows));
    else if (content.length === 0) columns.set(name, 'too-many');
    else columns.set(name, { dictionary: decodeDictionary(content), codes: new Uint32Array(rows) });
  }
  return { rows, times, columns, allAttributes };
}

function* chunksIn(bytes: Buffer): Generator<{ name: string; chunk: number; content: Buffer }> {
  for (let at = 0; at < bytes.length; ) {
    if (at + HEAD_BYTES > bytes.length) throw damaged();
    const nameEnd = at + HEAD_BYTES + bytes.readUInt16LE(at);
    const end = nameEnd + bytes.readUInt32LE(at + 3);
    if (end > bytes.length) throw damaged();
    const name = bytes.toString('utf8', at + HEAD_BYTES, nameEnd);
    yield { name, chunk: bytes.readUInt8(at + 2), content: bytes.subarray(nameEnd, end) };
    at = end;
  }
}

function withCodes(column: BuiltColumn | 'too-many' | undefined, content: Buffer, rows: number): BuiltColumn {
  if (column === undefined || column === 'too-many') throw damaged();
  const { dictionary } = column;
  const width = codeWidth(dictionary.values.length);
  if (content.length !== rows * width) throw damaged();
  // Copied, since the numbers of a typed array must be aligned.
  const memory = Uint8Array.from(content).buffer;
  const narrow = width === 1 ? new Uint8Array(memory) : width === 2 ? new Uint16Array(memory) : new Uint32Array(memory);
  return { dictionary, codes: Uint32Array.from(narrow) };
}

function damaged(): RangeError {
  return new RangeError('a part of the columns of a growing segment is damaged');
}
