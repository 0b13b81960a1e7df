import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '@/lib/env';
import { logger } from '@/lib/logger';
import {
  claimSource,
  connectReader,
  finishReading,
  finishRereading,
  type ReadableSource,
  type ReaderConnection,
  rebuildColumns,
  rebuildTallies,
  releaseSource,
  SOURCE_CHANNEL,
  segmentsWithoutColumns,
  segmentsWithoutTallies,
  showProgress,
  showRereading,
  sourceWithBytes,
  waitingSources,
} from '@/lib/store/write';
import { DetectionTurn } from './detection-turn';
import { ATTEMPTS_MAX } from './patience';
import { Rereader } from './rereader';
import { RetentionSweep } from './retention-sweep';
import { type SourceOutcome, SourceReader, type SourceTask } from './source-reader';
import { giveUpStaleUploads } from './stale-uploads';
import { spoolFolder } from './uploads';
import { startWebhookSender } from './webhook-sender';

/** How often the reader looks for work that no notification told it of. */
const POLL_MS = 2000;
const PROGRESS_MS = 500;
const SWEEP_MS = 60 * 60 * 1000;

/** The process beside the web process: reads what was uploaded, one source at a time, until it is told to stop. */
class ReaderProcess {
  private wake: () => void = () => undefined;
  private readonly detection = new DetectionTurn();
  /** Segments of which making columns, or counting for detectors, failed. */
  private readonly withoutColumns = new Set<number>();
  private readonly withoutTallies = new Set<number>();
  private readonly retention = new RetentionSweep();

  async run(): Promise<never> {
    await this.listen();
    logger.info('the reader is waiting for uploads');
    startWebhookSender();
    this.sweep();
    setInterval(() => this.sweep(), SWEEP_MS).unref();
    for (;;) {
      if (this.detection.isOverdue) await this.detect();
      const worked =
        (await this.readNext()) ||
        (await this.rebuildColumns()) ||
        (await this.rebuildTallies()) ||
        (await this.retention.step(Date.now())) ||
        (await this.detect());
      if (!worked) await this.rest();
    }
  }

  private sweep(): void {
    giveUpStaleUploads(Date.now()).catch((error: unknown) => logger.warn('stale uploads were not given up', { error }));
  }

  /** Reads one waiting source; false when there is none. */
  private async readNext(): Promise<boolean> {
    for (const id of await waitingSources()) {
      if (await this.tryRead(id)) return true;
    }
    return false;
  }

  /** Between uploads: makes the columns of one segment that has none, as after a file was read again. */
  private async rebuildColumns(): Promise<boolean> {
    return rebuildOne(await segmentsWithoutColumns(), this.withoutColumns, rebuildColumns);
  }

  /** Between uploads: counts the events of one segment for detectors that are newer than it. */
  private async rebuildTallies(): Promise<boolean> {
    return rebuildOne(await segmentsWithoutTallies(), this.withoutTallies, rebuildTallies);
  }

  private async detect(): Promise<boolean> {
    try {
      return await this.detection.take();
    } catch (error) {
      logger.error('the detectors did not run; they are tried again', { error });
      return false;
    }
  }

  private async tryRead(id: string): Promise<boolean> {
    const client = await connectReader('trackway reader');
    try {
      const source = await claimSource(client, id);
      if (source === null) return false;
      await this.readSource(client, source);
      await releaseSource(client, id);
      return true;
    } catch (error) {
      logger.error('reading a source failed; it is tried again', { source: id, error });
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      return true;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private async readSource(client: ReaderConnection, source: ReadableSource): Promise<void> {
    if (source.spool === null) return this.readAgain(client, source);
    const { TRACKWAY_DATA } = env();
    const spoolPath = join(spoolFolder(), source.id);
    const scratchFolder = join(TRACKWAY_DATA, 'scratch', source.id);
    await this.readOrRefuse(client, source, spoolPath, scratchFolder);
    // Whatever came of it, the source is closed.
    await rm(scratchFolder, { recursive: true, force: true });
    await rm(spoolPath, { force: true });
    await rm(`${spoolPath}.json`, { force: true });
  }

  private async readOrRefuse(
    client: ReaderConnection,
    source: ReadableSource,
    spoolPath: string,
    scratchFolder: string,
  ): Promise<void> {
    if (source.attempts > ATTEMPTS_MAX) {
      const error = `reading stopped ${ATTEMPTS_MAX} times at the same place; see the log of the reader process`;
      return finishReading(source.id, { state: 'failed', sha256: null, note: null, error });
    }
    const sha256 = await digest(spoolPath);
    const twin = await sourceWithBytes(source.id, sha256);
    if (twin !== null) {
      const note = `the same bytes as “${twin.name}”, which is there already; nothing was added`;
      await finishReading(source.id, { state: 'ready', sha256, note, error: null });
    } else {
      await mkdir(scratchFolder, { recursive: true });
      const outcome = await this.watched(client, { source, spoolPath, scratchFolder, sha256 });
      await finishReading(source.id, { ...outcome, sha256, note: null });
    }
  }

  /** Reads while showing progress; stops when somebody cancels the source. */
  private async watched(client: ReaderConnection, task: Omit<SourceTask, 'signal'>): Promise<SourceOutcome> {
    const cancelling = new AbortController();
    const { id } = task.source;
    const reader = new SourceReader(client, { ...task, signal: cancelling.signal });
    const show = () => showProgress(id, reader.progress);
    return whileShowing(id, show, cancelling, () => reader.read());
  }

  /** Reads the files again that lack a correction. */
  private async readAgain(client: ReaderConnection, source: ReadableSource): Promise<void> {
    if (source.attempts > ATTEMPTS_MAX) {
      const note = `reading again stopped ${ATTEMPTS_MAX} times at the same place; see the log of the reader process`;
      return finishRereading(source.id, note);
    }
    const cancelling = new AbortController();
    const reader = new Rereader(client, { source, signal: cancelling.signal });
    const show = () => showRereading(source.id, Math.floor(reader.share * source.bytes));
    const left = await whileShowing(source.id, show, cancelling, () => reader.read());
    const note = `reading again was stopped; files left as they were: ${left}`;
    await finishRereading(source.id, left === 0 ? null : note);
  }

  private async listen(): Promise<void> {
    const client = await connectReader('trackway reader listener');
    client.on('notification', () => this.wake());
    client.on('error', (error) => {
      logger.error('the database connection was lost', { error });
      process.exit(1);
    });
    await client.query(`LISTEN ${SOURCE_CHANNEL}`);
  }

  private rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, POLL_MS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** Makes anew what the first of some segments lacks; one of which that failed is left alone. False when there is none. */
async function rebuildOne(
  segments: readonly number[],
  failed: Set<number>,
  rebuild: typeof rebuildColumns,
): Promise<boolean> {
  const segment = segments.find((id) => !failed.has(id));
  if (segment === undefined) return false;
  const client = await connectReader('trackway columns');
  try {
    await rebuild(client, segment);
  } catch (error) {
    failed.add(segment);
    logger.error('what is derived of a segment could not be made; questions about it stay slow', { segment, error });
  } finally {
    await client.end().catch(() => undefined);
  }
  return true;
}

/** Shows progress while `read` runs, and cancels it when somebody wants that. */
async function whileShowing<Answer>(
  source: string,
  show: () => Promise<boolean>,
  cancelling: AbortController,
  read: () => Promise<Answer>,
): Promise<Answer> {
  const tick = async () => {
    if (await show()) cancelling.abort();
  };
  const timer = setInterval(() => {
    tick().catch((error: unknown) => logger.warn('progress was not shown', { source, error }));
  }, PROGRESS_MS);
  try {
    return await read();
  } finally {
    clearInterval(timer);
  }
}

async function digest(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk);
  return hash.digest('hex');
}

// Stopping is the same as dying: what is committed stays, the next start goes on from there.
process.once('SIGTERM', () => process.exit(0));
process.once('SIGINT', () => process.exit(0));
await new ReaderProcess().run();
