import { pipeline, type Readable, type Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import type { Refusal } from './receiver';

/** The body cannot be taken; nothing of it was. */
export class Refused extends Error {
  constructor(
    readonly why: Refusal,
    message: string,
  ) {
    super(message);
  }
}

const MIB = 1024 * 1024;

/** Unpacks a body while it arrives. `encoding` is that of the request, as it says. Throws `Refused` for one that is not known. */
export function unpacked(body: Readable, encoding: string | undefined): AsyncIterable<Buffer> {
  const packed = (encoding ?? '').trim().toLowerCase();
  const unpack = unpacker(packed);
  if (unpack === null) return body;
  // What fails, the reader of the last of them hears.
  pipeline(body, unpack, () => undefined);
  return translated(unpack, packed);
}

async function* translated(unpack: Readable, packed: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of unpack) if (Buffer.isBuffer(chunk)) yield chunk;
  } catch (error) {
    if (isDataError(error)) throw new Refused('bad', `the body is not what its Content-Encoding says (${packed})`);
    throw error;
  }
}

function isDataError(error: unknown): boolean {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
  return typeof code === 'string' && (code.startsWith('Z_') || code.startsWith('ERR_ZSTD') || code.startsWith('ZSTD'));
}

/** Null: as it is. A snappy block can only be unpacked as a whole, by its receiver. */
function unpacker(encoding: string): Transform | null {
  switch (encoding) {
    case '':
    case 'identity':
    case 'snappy':
      return null;
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip();
    case 'deflate':
      return zlib.createUnzip();
    case 'deflate-raw':
      return zlib.createInflateRaw();
    case 'zstd':
      return zstdUnpacker();
    default:
      throw new Refused('encoding', `the Content-Encoding "${encoding.slice(0, 40)}" is not known; send gzip`);
  }
}

function zstdUnpacker(): Transform {
  const create: unknown = Reflect.get(zlib, 'createZstdDecompress');
  if (typeof create !== 'function') throw new Refused('encoding', 'zstd needs Node 22.15 or newer here; send gzip');
  // The types of Node 20 do not know it; it makes what its gzip twin makes.
  return create() as Transform;
}

/** What one body may take, and how all that are here at once share what there is. */
export interface BodyLimits {
  readonly bytesMax: number;
  /** Takes bytes of the shared room; throws `Refused` when there are none left. */
  take(bytes: number): void;
}

/** All of a body, unpacked. Throws `Refused`. */
export async function wholeBody(chunks: AsyncIterable<Buffer>, { bytesMax, take }: BodyLimits): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > bytesMax) throw new Refused('too-large', `the body is larger than ${Math.floor(bytesMax / MIB)} MiB`);
    take(chunk.length);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
