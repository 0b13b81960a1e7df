import { constants, createInflateRaw, type InflateRaw } from 'node:zlib';
import { ArchiveError } from './archive';
import type { ByteReader } from './byte-reader';

const OUTPUT_MIN = 1024;
const OUTPUT_MAX = 64 * 1024;
// zlib drops what it decoded from a piece that turns out to be damaged, so pieces start small.
const PIECE_MIN = 1024;
const PIECE_MAX = 16 * 1024;

/** Whether bytes were left over behind the deflate stream, or the input ended with it or within it. */
export type InflateEnd = 'before the end' | 'at the end';

/**
 * Inflates one raw deflate stream (RFC 1951) and leaves the reader right behind it. `onBytes` sees every chunk first;
 * `expected` bytes may come out, so that thousands of small ones take small buffers.
 * Throws `ArchiveError` when it is damaged, after giving what could be decoded.
 */
export async function* inflate(
  reader: ByteReader,
  onBytes: (bytes: Uint8Array) => void,
  expected = OUTPUT_MAX,
): AsyncGenerator<Uint8Array, InflateEnd> {
  const chunkSize = Math.min(OUTPUT_MAX, Math.max(OUTPUT_MIN, expected + 1));
  const decoder = createInflateRaw({ chunkSize, finishFlush: constants.Z_SYNC_FLUSH });
  const feeding = feed(decoder, reader);
  try {
    for await (const bytes of decoder) {
      onBytes(bytes);
      yield bytes;
    }
  } catch (error) {
    throw isZlibError(error) ? new ArchiveError(`the compressed data is damaged (${error.message})`) : error;
  } finally {
    decoder.destroy();
    await feeding;
  }
  return feeding;
}

/** Writes piece by piece until the decoder has its end, and hands back what it did not want. */
async function feed(decoder: InflateRaw, reader: ByteReader): Promise<InflateEnd> {
  const closed = new Promise<void>((resolve) => decoder.once('close', resolve));
  let fed = 0;
  try {
    while (!decoder.destroyed) {
      const piece = await reader.some(Math.min(PIECE_MAX, Math.max(PIECE_MIN, fed >> 3)));
      if (piece === null) {
        decoder.end();
        return 'at the end';
      }
      fed += piece.length;
      await Promise.race([new Promise<void>((resolve) => decoder.write(piece, () => resolve())), closed]);
      const unwanted = fed - decoder.bytesWritten;
      if (unwanted > 0 && !decoder.destroyed) {
        reader.putBack(piece.subarray(piece.length - unwanted));
        break;
      }
    }
  } catch (error) {
    decoder.destroy(error instanceof Error ? error : new Error(String(error)));
  }
  return 'before the end';
}

function isZlibError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
