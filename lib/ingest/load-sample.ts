import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { NotFound } from '@/lib/errors';
import { type NewSourceAnswer, SAMPLE_SOURCE_ID } from '@/lib/interface';
import { logger } from '@/lib/logger';
import type { UploadKeeper } from '@/lib/receivers';
import { sampleTruth, type Truth } from '@/lib/sample';
import { deleteSource, readSource } from '@/lib/store';
import { failReceiving } from '@/lib/store/write';
import { writeSampleArchive } from './sample-archive';
import { uploadKeeper } from './uploads';

const NAME = 'Sample incident';
const OPTIONS = { seed: 7, volume: 1 };

/** What is true about the sample that `loadSample` loads, whether it is there or not. */
export function loadableTruth(): Truth {
  return sampleTruth(OPTIONS.seed);
}

/**
 * Has the sample as a source like any upload. Answers at once; it is made in the background. One that is there, or on its
 * way, is left alone; one that failed is made again. Throws `NoRoom`.
 */
export async function loadSample(): Promise<NewSourceAnswer> {
  const there = await knownSample();
  if (there !== null && there.state !== 'failed') return there;
  if (there !== null) await deleteSource(SAMPLE_SOURCE_ID);
  const keeper = await uploadKeeper();
  try {
    await keeper.begin({ id: SAMPLE_SOURCE_ID, name: NAME, bytes: 0, modified: null });
  } catch (error) {
    // Somebody else may have clicked at the same moment: the id is there once.
    const theirs = await knownSample();
    if (theirs !== null) return theirs;
    throw error;
  }
  void make(keeper);
  return { id: SAMPLE_SOURCE_ID, name: NAME, state: 'receiving' };
}

async function knownSample(): Promise<NewSourceAnswer | null> {
  try {
    const { id, name, state } = await readSource(SAMPLE_SOURCE_ID);
    return { id, name, state };
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/** Writes the sample to the spool and hands it to the reader. Whoever asked has gone: what goes wrong is the source's error. */
async function make(keeper: UploadKeeper): Promise<void> {
  const path = join(keeper.folder, SAMPLE_SOURCE_ID);
  try {
    // Left over from an attempt that failed.
    await rm(path, { force: true });
    await write(path);
    await keeper.finished(SAMPLE_SOURCE_ID, (await stat(path)).size);
    // It may have been cancelled or deleted meanwhile; then nobody will read it.
    const there = await knownSample();
    if (there === null || there.state === 'failed') await rm(path, { force: true });
  } catch (error) {
    logger.error('the sample could not be made', { error });
    await failReceiving(SAMPLE_SOURCE_ID, 'the sample could not be made; the log of the server says why').catch(
      (cause: unknown) => logger.error('the sample could not be marked as failed', { error: cause }),
    );
  }
}

/** In a thread, so that the server goes on answering; where nothing was built, here. */
async function write(path: string): Promise<void> {
  const script = join(/* turbopackIgnore: true */ process.cwd(), '.build', 'sample-thread.mjs');
  if (!existsSync(script)) return writeSampleArchive(path, OPTIONS);
  await new Promise<void>((resolve, reject) => {
    const thread = new Worker(script, { workerData: { path, options: OPTIONS } });
    // It must not keep a server alive that wants to end.
    thread.unref();
    thread.once('error', reject);
    thread.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the thread ended with code ${code}`))));
  });
}
