import { on } from 'node:events';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { ArchiveError, type ArchiveInput } from './archive';
import { SEVEN_ZIP_WORKER } from './seven-zip-worker';

/** Kinds of compressed stream that 7-Zip unpacks for us, by its own names for them. */
export type SevenZipType = 'xz' | 'bzip2' | 'zstd';

const AHEAD_KIB = 4 * 1024;
/**
 * For all decoders at work together, since archives may be nested: enough for a dictionary or window of 128 MB, the largest
 * that xz -9 and zstd --ultra make, with usual ones inside. In pages of 64 KiB.
 */
const HEAP_PAGES_MAX = 208 * 16;
const heaps = new Int32Array(new SharedArrayBuffer(4));

const messageSchema = z.union([
  z.object({ bytes: z.instanceof(Uint8Array), packed: z.number() }),
  z.object({ code: z.number(), output: z.string() }),
]);

/**
 * Unpacks a compressed stream in a worker thread, at most 4 MB ahead of the reader; leaving early ends the worker.
 * Throws `ArchiveError` for what is damaged, after giving what could be read.
 */
export async function* unpackWithSevenZip(type: SevenZipType, input: ArchiveInput): AsyncGenerator<Uint8Array> {
  if (input.spoolPath === null) throw new Error(`${type} is unpacked from a spool file only`);
  const flow = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(SEVEN_ZIP_WORKER, {
    eval: true,
    workerData: {
      modulePath: createRequire(import.meta.url).resolve('7z-wasm'),
      folder: dirname(input.spoolPath),
      file: basename(input.spoolPath),
      type,
      flow,
      ahead: AHEAD_KIB,
      heaps,
      pagesMax: HEAP_PAGES_MAX,
    },
  });
  let taken = 0;
  try {
    for await (const [data] of on(worker, 'message', { signal: input.signal, close: ['exit'] })) {
      const message = messageSchema.parse(data);
      if ('code' in message) {
        if (message.code !== 0) throw new ArchiveError(reasonOf(type, message.output));
        return;
      }
      yield message.bytes;
      input.progress(message.packed);
      taken += message.bytes.length;
      Atomics.store(flow, 0, Math.floor(taken / 1024));
      Atomics.notify(flow, 0);
    }
    throw new ArchiveError(`the ${type} decoder stopped unexpectedly`);
  } catch (error) {
    input.signal.throwIfAborted();
    if (error instanceof ArchiveError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ArchiveError(`the ${type} decoder failed (${reason})`, null, { cause: error });
  } finally {
    await worker.terminate();
    Atomics.sub(heaps, 0, Atomics.exchange(flow, 1, 0));
  }
}

/** What went wrong, in our words; 7-Zip's own line when it is something else. */
function reasonOf(type: SevenZipType, output: string): string {
  if (/unexpected end/i.test(output)) return `the ${type} data is cut short; what came before the cut was read`;
  if (/after the end of the payload/i.test(output)) {
    return `something else follows the ${type} data; the data before it was read`;
  }
  if (/can't allocate|memory/i.test(output)) return `the ${type} data needs more memory to unpack than is allowed`;
  if (/crc failed|data error/i.test(output)) return `the ${type} data is damaged; what came before the damage was read`;
  const line = output.split('\n').find((each) => /error|cannot|unsupported/i.test(each));
  return `the ${type} data cannot be unpacked${line === undefined ? '' : ` (${line.trim()})`}`;
}
