import { createHash } from 'node:crypto';
import { NO_CORRECTIONS } from '@/lib/interface';
import {
  dropEmptied,
  type FileRow,
  type NewSegment,
  type PendingFile,
  pendingFiles,
  type ReadableSource,
  type ReaderConnection,
  replaceFiles,
  type SegmentLimits,
  SegmentWriter,
  storedBytes,
} from '@/lib/store/write';
import { FileReader } from './file-reader';
import { countsRow } from './file-report';
import { noteOf } from './file-verdict';
import type { SegmentSource } from './segment-source';

/** Files that together hold about this much get tables of their own. */
const LARGE_BYTES = 48 * 1024 * 1024;
/** Files are put in their places at the latest when so many wait. */
const WAITING_FILES_MAX = 500;

export interface RereadTask {
  readonly source: ReadableSource;
  readonly signal: AbortSignal;
  /** Smaller segments than usual, for tests. */
  readonly limits?: SegmentLimits;
  /** From how many bytes on files get tables of their own; fewer than usual, for tests. */
  readonly largeBytes?: number;
}

/**
 * Reads files of a source again, from their stored original and with the corrections that they have now. New events and
 * blocks take the place of the old ones a few files at a time, each time in one transaction; a file is never cut in two by
 * one, however many segments it fills.
 */
export class Rereader implements SegmentSource {
  private segment: SegmentWriter | null = null;
  private written: NewSegment[] = [];
  private done: FileRow[] = [];
  private large = false;
  private reading: FileReader | null = null;
  private doneBytes = 0;
  private allBytes = 0;

  constructor(
    private readonly client: ReaderConnection,
    private readonly task: RereadTask,
  ) {}

  /** 0 to 1. */
  get share(): number {
    const bytes = this.doneBytes + (this.reading?.position ?? 0);
    return this.allBytes === 0 ? 0 : Math.min(1, bytes / this.allBytes);
  }

  /** Reads all files that lack a correction; answers how many are left because it was told to stop. */
  async read(): Promise<number> {
    const files = await pendingFiles(this.task.source.id);
    this.allBytes = files.reduce((sum, file) => sum + file.bytes, 0);
    this.large = this.allBytes >= (this.task.largeBytes ?? LARGE_BYTES);
    let replaced = 0;
    try {
      for (const file of files) {
        await this.file(file);
        if (this.segment?.full === true || this.done.length >= WAITING_FILES_MAX) replaced += await this.replace();
      }
      replaced += await this.replace();
      await dropEmptied(this.client, this.task.source.id);
    } catch (error) {
      if (!this.task.signal.aborted) throw error;
      await this.takeBack();
    }
    return files.length - replaced;
  }

  current(): SegmentWriter {
    if (this.segment === null) throw new Error('no segment is open');
    return this.segment;
  }

  async blockDone(mayCut: boolean): Promise<void> {
    await this.current().settle();
    this.task.signal.throwIfAborted();
    if (!mayCut) return;
    await this.closeSegment();
    await this.openSegment();
  }

  private async file(file: PendingFile): Promise<void> {
    this.task.signal.throwIfAborted();
    if (this.segment === null) await this.openSegment();
    const { source } = this.task;
    const told = {
      modified: file.modified ?? source.modified,
      now: source.created,
      corrections: { ...NO_CORRECTIONS, ...file.wanted },
    };
    const reader = new FileReader(file.id, file.path, told, this);
    this.reading = reader;
    await reader.read(verified(file));
    this.reading = null;
    this.doneBytes += file.bytes;
    this.done.push(rowOf(file, source.id, reader));
  }

  private async openSegment(): Promise<void> {
    const { source, limits } = this.task;
    const begun = this.written.length > 0;
    this.segment = await SegmentWriter.open(this.client, source.id, this.large, limits, !begun);
  }

  private async closeSegment(): Promise<void> {
    const segment = this.current();
    await segment.finish();
    this.written.push({ id: segment.id, partition: this.large });
    this.segment = null;
  }

  private async replace(): Promise<number> {
    const { done } = this;
    if (done.length === 0) return 0;
    await this.closeSegment();
    await replaceFiles(this.client, this.task.source.id, done, this.written);
    this.written = [];
    this.done = [];
    return done.length;
  }

  private async takeBack(): Promise<void> {
    if (this.segment !== null) await this.segment.abandon();
    else if (this.written.length > 0) await this.client.query('ROLLBACK');
  }
}

/** The stored bytes of a file; throws at their end when they are not those of the upload: then the old events stay. */
async function* verified(file: PendingFile): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const bytes of storedBytes(file.id)) {
    hash.update(bytes);
    yield bytes;
  }
  if (file.sha256 !== null && hash.digest('hex') !== file.sha256) {
    throw new Error(`the stored original of "${file.path}" is damaged: its bytes do not have the digest of the upload`);
  }
}

function rowOf(file: PendingFile, sourceId: string, reader: FileReader): FileRow {
  return {
    id: file.id,
    sourceId,
    path: file.path,
    state: file.state,
    bytes: file.bytes,
    sha256: file.sha256,
    duplicateOf: null,
    note: noteOf(reader),
    error: file.error,
    checkpoint: null,
    modified: file.modified,
    readWith: file.wanted,
    ...countsRow(reader.counts),
  };
}
