import { on } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { ArchiveError, type ArchiveInput } from './archive';
import { SEVEN_ZIP_WORKER } from './seven-zip-worker';

/** Kinds that 7-Zip unpacks for us, by its own names for them; it is never left to guess the kind. */
export type SevenZipType = 'xz' | 'bzip2' | 'zstd' | 'lzma' | 'zip' | '7z';

/** From the folder that every process is started in: for a path from here, the web's bundler would put a number of its own. */
const { resolve: pathOf } = createRequire(join(process.cwd(), 'package.json'));
const PACKAGE = '7z-wasm';
const AHEAD_KIB = 4 * 1024;
/**
 * For all decoders at work together, since archives may be nested: enough for a dictionary or window of 128 MB, the largest
 * that xz -9 and zstd --ultra make, with usual ones inside. In pages of 64 KiB.
 */
const HEAP_PAGES_MAX = 208 * 16;
const heaps = new Int32Array(new SharedArrayBuffer(4));
/** A decoder that gives nothing for so long does not work on logs. */
const STALLED_MS = 120_000;

/** A stretch of a file, with bytes to be seen before and after it. */
export interface FilePart {
  readonly before: Uint8Array;
  readonly start: number;
  readonly length: number;
  readonly after: Uint8Array;
}

export interface SevenZipJob {
  /** `x` unpacks to its output; `l` lists. */
  readonly command: 'x' | 'l';
  readonly type: SevenZipType;
  /** Further switches. */
  readonly switches?: readonly string[];
  /** What of the file 7-Zip is to see; all unless told. */
  readonly part?: FilePart;
}

/** What 7-Zip gives, in order: unpacked bytes, and what it says about them. */
export type SevenZipOutput = { readonly bytes: Uint8Array } | { readonly lines: readonly string[] };

const messageSchema = z.union([
  z.object({ bytes: z.instanceof(Uint8Array), packed: z.number() }),
  z.object({ lines: z.array(z.string()) }),
  z.object({ code: z.number() }),
]);

/**
 * Runs 7-Zip on the spool file in a worker thread, at most 4 MB ahead of the reader; leaving early ends the worker.
 * Returns 7-Zip's exit code: 0 when all is well. Throws `ArchiveError` when it does not come to an end by itself.
 */
export async function* runSevenZip(job: SevenZipJob, input: ArchiveInput): AsyncGenerator<SevenZipOutput, number> {
  if (input.spoolPath === null) throw new Error(`${job.type} is unpacked from a spool file only`);
  const flow = new Int32Array(new SharedArrayBuffer(8));
  const worker = startWorker(job, input.spoolPath, flow, await compiled());
  const messages = on(worker, 'message', { signal: input.signal, close: ['exit'] });
  let taken = 0;
  try {
    for (;;) {
      const message = await nextMessage(messages, worker);
      if (message === null) throw new ArchiveError(`the ${job.type} decoder stopped unexpectedly`);
      if ('code' in message) return message.code;
      yield message;
      if ('packed' in message) input.progress(message.packed);
      taken += 'bytes' in message ? message.bytes.length : message.lines.reduce((sum, { length }) => sum + length, 0);
      Atomics.store(flow, 0, Math.floor(taken / 1024));
      Atomics.notify(flow, 0);
    }
  } catch (error) {
    input.signal.throwIfAborted();
    if (error instanceof ArchiveError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ArchiveError(`the ${job.type} decoder failed (${reason})`, null, { cause: error });
  } finally {
    await messages.return?.();
    await worker.terminate();
    Atomics.sub(heaps, 0, Atomics.exchange(flow, 1, 0));
  }
}

/**
 * Unpacks a compressed stream, or what of the file holds one.
 * Throws `ArchiveError` for what is damaged, after giving what could be read.
 */
export async function* unpackWithSevenZip(
  type: SevenZipType,
  input: ArchiveInput,
  part?: FilePart,
): AsyncGenerator<Uint8Array> {
  const job: SevenZipJob = { command: 'x', type, ...(part === undefined ? {} : { part }) };
  const output = runSevenZip(job, input);
  let said = '';
  try {
    for (;;) {
      const next = await output.next();
      if (next.done === true) {
        if (next.value !== 0) throw new ArchiveError(reasonOf(type, said));
        return;
      }
      if ('bytes' in next.value) yield next.value.bytes;
      else said = (said + next.value.lines.join('\n')).slice(-8192);
    }
  } finally {
    await output.return(0);
  }
}

/** What went wrong, in our words; 7-Zip's own line when it is something else. */
export function reasonOf(type: SevenZipType, said: string): string {
  if (/encrypted|password/i.test(said)) return `the ${type} archive is encrypted: unpack it with its password first`;
  if (/unexpected end/i.test(said)) return `the ${type} data is cut short; what came before the cut was read`;
  if (/after the end of the payload/i.test(said)) {
    return `something else follows the ${type} data; the data before it was read`;
  }
  if (/can't allocate|memory/i.test(said)) return `the ${type} data needs more memory to unpack than is allowed`;
  if (/crc failed|data error/i.test(said)) return `the ${type} data is damaged; what came before the damage was read`;
  const line = said.split('\n').find((each) => /error(?!s:)|cannot|unsupported|wrong|headers/i.test(each));
  // The name that it was given by us says nothing to anybody.
  const words = line?.replace(/\/in\/\S+(?: : )?/, '').trim();
  return `the ${type} data cannot be unpacked${words === undefined ? '' : ` (${words})`}`;
}

let compiling: Promise<WebAssembly.Module> | null = null;

/** 7-Zip compiled, once for all workers: a zip may have thousands of members that each need one. */
function compiled(): Promise<WebAssembly.Module> {
  // Named by its neighbour: a bundler would take the file itself for a module.
  const path = join(dirname(pathOf(PACKAGE)), '7zz.wasm');
  compiling ??= readFile(path).then((bytes) => WebAssembly.compile(bytes));
  return compiling;
}

function startWorker(
  { command, type, switches = [], part }: SevenZipJob,
  path: string,
  flow: Int32Array,
  wasm: WebAssembly.Module,
): Worker {
  return new Worker(SEVEN_ZIP_WORKER, {
    eval: true,
    workerData: {
      modulePath: pathOf(PACKAGE),
      wasm,
      folder: dirname(path),
      file: basename(path),
      args: [command, ...(command === 'x' ? ['-so', '-y'] : []), '-bd', ...switches, `-t${type}`],
      part: part ?? null,
      listing: command === 'l',
      flow,
      ahead: AHEAD_KIB,
      heaps,
      pagesMax: HEAP_PAGES_MAX,
    },
  });
}

/** The next message; null when the worker has ended. Ends a worker that gives none for too long. */
async function nextMessage(messages: AsyncIterator<unknown[]>, worker: Worker) {
  let stalled = false;
  const timer = setTimeout(() => {
    stalled = true;
    worker.terminate();
  }, STALLED_MS);
  try {
    const { done, value } = await messages.next();
    if (stalled) throw new ArchiveError('the decoder made no progress for two minutes and was stopped');
    return done === true ? null : messageSchema.parse(value[0]);
  } finally {
    clearTimeout(timer);
  }
}
