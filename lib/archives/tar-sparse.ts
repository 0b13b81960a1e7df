import { ArchiveError } from './archive';
import type { ByteReader } from './byte-reader';

/** Pieces of a map: a log has few holes, and each piece takes memory. */
export const MAP_PIECES_MAX = 65_536;
const TAR_BLOCK = 512;
const NEWLINE = 0x0a;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
const ZEROS = new Uint8Array(64 * 1024);

/**
 * A file that was packed without its holes, in the three ways of GNU tar ("Storing Sparse Files" in its manual): the map is
 * in the header and the blocks behind it (old GNU), in the extended header (PAX 0.0 and 0.1), or before the data (1.0).
 */
export interface SparseFile {
  /** Where data stand in the file, and how many bytes: offset, length, offset, length, … */
  readonly map: number[];
  /** True when the data begin with the map. */
  readonly mapInData: boolean;
  /** Bytes of the file with its holes. */
  readonly realSize: number;
}

/** The file as it was, holes as NULs; `charge` is told of all bytes that come out. Throws `ArchiveError` when the map is damaged. */
export async function* expandSparse(
  reader: ByteReader,
  file: SparseFile,
  charge: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  const map = file.mapInData ? await readMap(reader) : file.map;
  if (!isMap(map, file.realSize)) throw damagedMap();
  let at = 0;
  for (let piece = 0; piece + 1 < map.length; piece += 2) {
    const [offset = 0, length = 0] = [map[piece], map[piece + 1]];
    yield* hole(offset - at, charge);
    for (let left = length; left > 0; ) {
      const bytes = await reader.some(left);
      if (bytes === null) throw new ArchiveError('the data of a sparse file are shorter than its map');
      charge(bytes.length);
      yield bytes;
      left -= bytes.length;
    }
    at = offset + length;
  }
  yield* hole(file.realSize - at, charge);
}

function* hole(size: number, charge: (count: number) => void): Generator<Uint8Array> {
  for (let left = size; left > 0; left -= ZEROS.length) {
    const bytes = ZEROS.subarray(0, Math.min(left, ZEROS.length));
    charge(bytes.length);
    yield bytes;
  }
}

/** Pieces in order, none over another or beyond the end. */
function isMap(map: readonly number[], realSize: number): boolean {
  let at = 0;
  if (map.length % 2 !== 0 || map.length > 2 * MAP_PIECES_MAX || !Number.isSafeInteger(realSize)) return false;
  for (let piece = 0; piece < map.length; piece += 2) {
    const [offset = -1, length = -1] = [map[piece], map[piece + 1]];
    if (!(offset >= at && length >= 0 && Number.isSafeInteger(offset + length))) return false;
    at = offset + length;
  }
  return at <= realSize;
}

/** Version 1.0: decimal numbers, a line each, how many pieces first; then NULs up to the next block. */
async function readMap(reader: ByteReader): Promise<number[]> {
  const start = reader.position;
  const pieces = await readNumber(reader);
  if (pieces > MAP_PIECES_MAX) throw damagedMap();
  const map: number[] = [];
  while (map.length < 2 * pieces) map.push(await readNumber(reader));
  await reader.skip((TAR_BLOCK - ((reader.position - start) % TAR_BLOCK)) % TAR_BLOCK);
  return map;
}

async function readNumber(reader: ByteReader): Promise<number> {
  for (let digits = ''; digits.length <= 16; ) {
    const [byte] = await reader.take(1);
    if (byte === NEWLINE && digits !== '') return Number(digits);
    if (byte === undefined || byte < DIGIT_0 || byte > DIGIT_9) break;
    digits += String.fromCharCode(byte);
  }
  throw damagedMap();
}

function damagedMap(): ArchiveError {
  return new ArchiveError('the map of a sparse file is damaged; it was not read');
}
