import { createHash, type Hash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** A file up to this size is held in memory until its digest is known. */
const PREFIX_BYTES = 8 * 1024 * 1024;

/** The digests by which a source knows files that it has read already. */
export interface KnownBytes {
  /** File ids by size and sha256 of whole files. */
  readonly whole: Map<string, number>;
  /** Digests of the first bytes of large files: only what begins alike is worth a second look. */
  readonly prefixes: Set<string>;
}

/** A member whose bytes were looked at: either known already, or to be read. */
export type Examined =
  | { readonly duplicateOf: number; readonly bytes: number; readonly sha256: string }
  | {
      readonly duplicateOf: null;
      open(): AsyncIterable<Uint8Array>;
      digest(): { bytes: number; sha256: string };
      dispose(): Promise<void>;
    };

export function wholeKey(bytes: number, sha256: string): string {
  return `${bytes} ${sha256}`;
}

/**
 * Finds out whether a member's bytes were read already in this source. Small members are compared whole; a large one only
 * when its beginning is known, and is then spooled, since nobody can tell before its end.
 */
export async function examine(
  bytes: AsyncIterable<Uint8Array>,
  known: KnownBytes,
  scratchFolder: string,
): Promise<Examined> {
  const iterator = bytes[Symbol.asyncIterator]();
  const prefix: Uint8Array[] = [];
  const hash = createHash('sha256');
  let size = 0;
  let ended = false;
  while (size < PREFIX_BYTES) {
    const next = await iterator.next();
    if (next.done === true) {
      ended = true;
      break;
    }
    // A decoder may reuse its buffer once asked for more.
    const chunk = Buffer.from(next.value);
    prefix.push(chunk);
    hash.update(chunk);
    size += chunk.length;
  }
  const counter = new DigestCounter(hash, size);
  if (ended) return examineWhole(prefix, counter, known);
  const prefixDigest = hash.copy().digest('hex');
  const rest = { [Symbol.asyncIterator]: () => iterator };
  if (known.prefixes.has(prefixDigest)) return examineSpooled(prefix, rest, counter, known, scratchFolder);
  known.prefixes.add(prefixDigest);
  return {
    duplicateOf: null,
    open: () => replay(prefix, rest, counter),
    digest: () => counter.result(),
    dispose: async () => {
      await iterator.return?.();
    },
  };
}

/** A source that is one file, whose digest is that of the upload: it is not computed again. */
export function examinedUpload(bytes: AsyncIterable<Uint8Array>, sha256: string): Examined {
  let size = 0;
  return {
    duplicateOf: null,
    async *open() {
      for await (const chunk of bytes) {
        size += chunk.length;
        yield chunk;
      }
    },
    digest: () => ({ bytes: size, sha256 }),
    dispose: async () => undefined,
  };
}

class DigestCounter {
  constructor(
    private readonly hash: Hash,
    private bytes: number,
  ) {}

  add(chunk: Uint8Array): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
  }

  result(): { bytes: number; sha256: string } {
    return { bytes: this.bytes, sha256: this.hash.copy().digest('hex') };
  }
}

function examineWhole(prefix: readonly Uint8Array[], counter: DigestCounter, known: KnownBytes): Examined {
  const { bytes, sha256 } = counter.result();
  const duplicateOf = known.whole.get(wholeKey(bytes, sha256));
  if (duplicateOf !== undefined && bytes > 0) return { duplicateOf, bytes, sha256 };
  return {
    duplicateOf: null,
    open: () => fromMemory(prefix),
    digest: () => ({ bytes, sha256 }),
    dispose: async () => undefined,
  };
}

async function examineSpooled(
  prefix: readonly Uint8Array[],
  rest: AsyncIterable<Uint8Array>,
  counter: DigestCounter,
  known: KnownBytes,
  scratchFolder: string,
): Promise<Examined> {
  await mkdir(scratchFolder, { recursive: true });
  const path = join(scratchFolder, randomUUID());
  const dispose = () => rm(path, { force: true });
  try {
    await pipeline(replay(prefix, rest, counter), createWriteStream(path));
  } catch (error) {
    await dispose();
    throw error;
  }
  const { bytes, sha256 } = counter.result();
  const duplicateOf = known.whole.get(wholeKey(bytes, sha256));
  if (duplicateOf !== undefined) {
    await dispose();
    return { duplicateOf, bytes, sha256 };
  }
  return { duplicateOf: null, open: () => createReadStream(path), digest: () => ({ bytes, sha256 }), dispose };
}

async function* fromMemory(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

async function* replay(
  prefix: readonly Uint8Array[],
  rest: AsyncIterable<Uint8Array>,
  counter: DigestCounter,
): AsyncGenerator<Uint8Array> {
  yield* prefix;
  for await (const chunk of rest) {
    counter.add(chunk);
    yield chunk;
  }
}
