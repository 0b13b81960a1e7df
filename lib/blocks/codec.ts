import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { CHARSET, type Charset, codecOf, withCharset } from './charset';
import { findZstd } from './zstd';

/** How a block's bytes are compressed; the code is stored with each block, so that any version reads what any other wrote. */
export const CODEC = { none: 0, zstd: 1, brotli: 2 } as const;

export interface EncodedBlock {
  readonly codec: number;
  readonly data: Buffer;
}

/** What Node takes at least. */
const CHUNK_BYTES_MIN = 64;

/** Half the time of brotli to unpack, and less to pack; brotli is in every runtime. */
const zstd = await findZstd();
const brotliCompress = promisify(zlib.brotliCompress);
const brotliDecompress: (data: Uint8Array) => Promise<Buffer> = promisify(zlib.brotliDecompress);

/** Compresses a block off the main thread; what does not shrink is kept as it is. `charset` is what it was before it became UTF-8. */
export async function encodeBlock(raw: Buffer, charset: Charset = CHARSET.utf8): Promise<EncodedBlock> {
  const { codec, data } = await compress(raw);
  return { codec: withCharset(codec, charset), data };
}

async function compress(raw: Buffer): Promise<EncodedBlock> {
  const packed = zstd ? await zstd.compress(raw) : await compressBrotli(raw);
  if (packed.length >= raw.length) return { codec: CODEC.none, data: raw };
  return { codec: zstd ? CODEC.zstd : CODEC.brotli, data: packed };
}

/** The bytes of a stored block, as UTF-8 if they were written otherwise (`OriginalBytes` gives them back); throws when the codec is unknown to this runtime or the data are damaged. */
export async function decodeBlock(code: number, data: Buffer): Promise<Buffer> {
  const codec = codecOf(code);
  if (codec === CODEC.none) return data;
  if (codec === CODEC.brotli) return brotliDecompress(data);
  if (codec === CODEC.zstd && zstd) return zstd.decompress(data);
  throw unreadable(codec);
}

/** The same at once, for threads that have nothing else to do. `length` is what comes out, as far as it is known. */
export function decodeBlockSync(code: number, data: Uint8Array, length: number): Buffer {
  const codec = codecOf(code);
  if (codec === CODEC.none) return Buffer.from(data);
  if (codec === CODEC.brotli) return zlib.brotliDecompressSync(data, { chunkSize: Math.max(length, CHUNK_BYTES_MIN) });
  if (codec === CODEC.zstd && zstd) return zstd.decompressSync(data, length);
  throw unreadable(codec);
}

function unreadable(codec: number): Error {
  if (codec !== CODEC.zstd) return new Error(`no block codec has the code ${codec}`);
  return new Error(
    'this block was written with zstd, which needs Node 22.15 or newer, or the package @toondepauw/node-zstd for this machine',
  );
}

function compressBrotli(raw: Buffer): Promise<Buffer> {
  return brotliCompress(raw, {
    // Room for all of the output at once: each further chunk costs a turn of the main thread.
    chunkSize: Math.max(raw.length >> 1, 4096),
    params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: 1,
      [zlib.constants.BROTLI_PARAM_LGWIN]: 18,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
    },
  });
}
