import { promisify } from 'node:util';
import * as zlib from 'node:zlib';

/** Compression and decompression by zstd. */
export interface Zstd {
  compress(raw: Uint8Array): Promise<Buffer>;
  decompress(data: Uint8Array): Promise<Buffer>;
  /** `length` is what comes out, as far as it is known. */
  decompressSync(data: Uint8Array, length: number): Buffer;
}

/** The fastest of the levels that shrink; higher ones gain nothing on blocks of 256 KB. */
const LEVEL = 1;
/** `ZSTD_c_compressionLevel` of zstd.h, which Node 20's constants do not name. */
const LEVEL_PARAMETER = 100;
/** What Node takes at least. */
const CHUNK_BYTES_MIN = 64;

/** Node's own, from 22.15 on; else that of a package, where there is one for this machine; else none. */
export async function findZstd(): Promise<Zstd | null> {
  return zstdOfNode(zlib) ?? (await zstdOfPackage());
}

/** The zstd in a runtime's `node:zlib`; null where it has none. */
export function zstdOfNode(library: object): Zstd | null {
  const compress: unknown = Reflect.get(library, 'zstdCompress');
  const decompress: unknown = Reflect.get(library, 'zstdDecompress');
  const decompressSync: unknown = Reflect.get(library, 'zstdDecompressSync');
  if (typeof compress !== 'function' || typeof decompress !== 'function') return null;
  if (typeof decompressSync !== 'function') return null;
  // The types of Node 20 do not know these; they take what their brotli twins take.
  const pack = promisify(compress as typeof zlib.brotliCompress);
  const unpack = promisify(decompress as typeof zlib.brotliDecompress);
  const unpackNow = decompressSync as typeof zlib.brotliDecompressSync;
  return {
    compress: (raw) => pack(raw, { chunkSize: chunkOf(raw.length >> 1), params: { [LEVEL_PARAMETER]: LEVEL } }),
    decompress: (data) => unpack(data),
    decompressSync: (data, length) => unpackNow(data, { chunkSize: chunkOf(length) }),
  };
}

/** That of an optional package, which npm leaves out on machines that it was not built for. */
export async function zstdOfPackage(): Promise<Zstd | null> {
  const found = await import('@toondepauw/node-zstd').catch(() => null);
  if (found === null) return null;
  const encoder = new found.Encoder(LEVEL);
  const decoder = new found.Decoder();
  return {
    compress: (raw) => encoder.encode(bufferOf(raw)),
    decompress: (data) => decoder.decode(bufferOf(data)),
    decompressSync: (data) => decoder.decodeSync(bufferOf(data)),
  };
}

function chunkOf(length: number): number {
  return Math.max(length, CHUNK_BYTES_MIN);
}

function bufferOf({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}
