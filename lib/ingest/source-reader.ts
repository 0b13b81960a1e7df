import { ArchiveError, Budget, type Leaf, walk } from '@/lib/archives';
import { type Corrections, NO_CORRECTIONS } from '@/lib/interface';
import { logger } from '@/lib/logger';
import {
  type FileRow,
  type KnownFile,
  knownFiles,
  nextFileId,
  type ReadableSource,
  type ReaderConnection,
  resetAttempts,
  type SegmentLimits,
  SegmentWriter,
  saveFileRows,
} from '@/lib/store/write';
import { readCheckpoint } from './checkpoint';
import { FileReader } from './file-reader';
import { countsRow, type FileCounts, noCounts } from './file-report';
import { emptyRow } from './file-row';
import { verdict } from './file-verdict';
import { LinkedFiles } from './linked-files';
import { LogSeries } from './log-series';
import { examine, examinedUpload, type KnownBytes, wholeKey } from './member-bytes';
import { ATTEMPTS_MAX, CAREFUL_FROM, GIVEN_UP, GIVEN_UP_FILES_MAX } from './patience';
import type { FileTold, SegmentSource } from './segment-source';

/** Reports of files are committed at the latest when so many wait. */
const WAITING_FILES_MAX = 2000;
/** A load that unpacks to about this much gets tables of its own. */
const LARGE_BYTES = 48 * 1024 * 1024;
/** And so does an upload that is a file of this size by itself. */
const LARGE_FILE_BYTES = 14 * 1024 * 1024;
/** How much of an upload is shown as read at most while it is being read. */
const SHOWN_MAX = 0.99;
/** How much logs shrink in an archive, roughly. */
const USUAL_RATIO = 8;

/** Where a source's bytes are and who watches its reading. */
export interface SourceTask {
  readonly source: ReadableSource;
  readonly spoolPath: string;
  readonly scratchFolder: string;
  readonly signal: AbortSignal;
  /** The digest of the upload, if it is known. */
  readonly sha256?: string;
  /** Smaller segments than usual, for tests. */
  readonly limits?: SegmentLimits;
}

/** How reading ended: `ready` also when something was wrong with a part of the upload. */
export interface SourceOutcome {
  readonly state: 'ready' | 'failed';
  /** What was wrong with the upload as a whole. */
  readonly error: string | null;
}

/** Reads one source, from where an earlier attempt got to. One connection is its own as long as it reads. */
export class SourceReader implements SegmentSource {
  /** Bytes of the upload consumed so far. */
  bytesRead = 0;
  private segment: SegmentWriter | null = null;
  private committed = 0;
  private done: FileRow[] = [];
  private totals = { events: 0, lines: 0, unparsed: 0 };
  private reading: FileReader | null = null;
  private readingRow: FileRow | null = null;
  private readonly known: KnownBytes = { whole: new Map(), prefixes: new Set() };
  private readonly budget: Budget;
  private readonly paths = new Set<string>();
  private readonly links = new LinkedFiles();
  private readonly series = new LogSeries();
  private readAny = false;
  /** Files that were given up, in this attempt and earlier ones. */
  private givenUp = 0;
  /** What was wrong with the file reported last. */
  private lastError: string | null = null;

  constructor(
    private readonly client: ReaderConnection,
    private readonly task: SourceTask,
  ) {
    this.budget = new Budget(task.source.bytes);
  }

  /** Counts so far, committed or not. */
  get progress() {
    const current = this.reading?.counts ?? noCounts();
    return {
      // All of it is read only once everything is committed: decoders run ahead of the reader.
      bytesRead: Math.min(this.bytesRead, Math.floor(this.task.source.bytes * SHOWN_MAX)),
      events: this.totals.events + current.events,
      lines: this.totals.lines + current.lines,
      unparsed: this.totals.unparsed + current.unparsed,
    };
  }

  /** Reads everything that no earlier attempt has committed. */
  async read(): Promise<SourceOutcome> {
    const { source, spoolPath, scratchFolder, signal } = this.task;
    const earlier = await this.earlierFiles();
    let error: string | null = null;
    const leaves = walk(
      { name: source.name, spoolPath, size: source.bytes },
      { budget: this.budget, scratchFolder, signal, onPacked: (bytes) => this.notePacked(bytes) },
    );
    try {
      for await (const leaf of leaves) await this.leaf(leaf, earlier.get(leaf.path) ?? null);
      await this.settleLinks();
    } catch (thrown) {
      if (thrown instanceof ArchiveError) {
        error = thrown.message;
        await this.reportArchive(thrown);
        await this.settleLinks();
      } else if (signal.aborted) {
        error = 'cancelled; what was read until then is kept';
        this.keepInterrupted(error);
      } else throw thrown;
    }
    await this.commit(null);
    return { state: signal.aborted || (error !== null && !this.readAny) ? 'failed' : 'ready', error };
  }

  current(): SegmentWriter {
    if (this.segment === null) throw new Error('no segment is open');
    return this.segment;
  }

  async blockDone(mayCut: boolean): Promise<void> {
    await this.current().settle();
    this.task.signal.throwIfAborted();
    if (!mayCut || this.reading === null || this.readingRow === null) return;
    const { readingRow, reading } = this;
    const row = {
      ...readingRow,
      ...countsRow(reading.counts),
      bytes: reading.position,
      checkpoint: reading.checkpoint(),
    };
    await this.commit(row);
    await this.openSegment();
  }

  private notePacked(bytes: number): void {
    this.bytesRead = bytes;
  }

  private async earlierFiles(): Promise<Map<string, KnownFile>> {
    const files = new Map<string, KnownFile>();
    for (const file of await knownFiles(this.client, this.task.source.id)) {
      files.set(file.path, file);
      this.paths.add(file.path);
      this.links.know(file);
      this.series.know(file.path, file.from);
      if (file.state === 'ready') this.readAny = true;
      if (file.error === GIVEN_UP) this.givenUp += 1;
      if (file.sha256 !== null && file.state === 'ready')
        this.known.whole.set(wholeKey(file.bytes, file.sha256), file.id);
    }
    return files;
  }

  private async leaf(leaf: Leaf, earlier: KnownFile | null): Promise<void> {
    this.task.signal.throwIfAborted();
    if (earlier !== null && earlier.state !== 'reading') return;
    const { path, link, skipped: note } = leaf;
    if (link !== null && note !== null && this.links.wait({ path, link, note })) return;
    const id = earlier?.id ?? (await nextFileId());
    if (leaf.skipped !== null) {
      this.report({ ...emptyRow(this.task.source.id, id, leaf.path), state: 'skipped', note: leaf.skipped });
    } else {
      if (this.isDeadly(earlier)) return this.giveUp(leaf.path, id, earlier);
      if (this.careful && earlier === null) await this.announce(leaf.path, id);
      await this.member(leaf, id, earlier);
    }
    const enough = this.done.length >= WAITING_FILES_MAX || this.segment?.full === true;
    if (enough || this.careful) await this.commit(null);
  }

  /** Reports the links: those that lead to a file of the source as that file under another name. */
  private async settleLinks(): Promise<void> {
    for (const { link, original } of this.links.settle()) {
      const row = emptyRow(this.task.source.id, await nextFileId(), link.path);
      if (original === null) this.report({ ...row, state: 'skipped', note: link.note });
      else {
        const { id: duplicateOf, ...digest } = original;
        this.report({ ...row, ...digest, duplicateOf, state: 'duplicate', note: link.note });
      }
      if (this.done.length >= WAITING_FILES_MAX) await this.commit(null);
    }
  }

  /** Whether earlier attempts died, so that this one must find out at which file. */
  private get careful(): boolean {
    return this.task.source.attempts >= CAREFUL_FROM;
  }

  private isDeadly(earlier: KnownFile | null): boolean {
    const { attempts } = this.task.source;
    return earlier?.state === 'reading' && attempts >= ATTEMPTS_MAX && this.givenUp < GIVEN_UP_FILES_MAX;
  }

  /** Writes down which file is read next. Reading has not got on by that: attempts still count. */
  private async announce(path: string, id: number): Promise<void> {
    await saveFileRows(this.client, [{ ...emptyRow(this.task.source.id, id, path), state: 'reading' }]);
  }

  /** Passes over a file for the sake of those after it; what earlier attempts committed of it stays. */
  private async giveUp(path: string, id: number, earlier: KnownFile | null): Promise<void> {
    const checkpoint = readCheckpoint(earlier?.checkpoint ?? null);
    const counts = checkpoint?.counts ?? noCounts();
    const bytes = checkpoint?.position ?? 0;
    const row = { ...emptyRow(this.task.source.id, id, path), readWith: earlier?.readWith ?? NO_CORRECTIONS };
    this.givenUp += 1;
    this.report({ ...row, ...countsRow(counts), bytes, state: 'failed', error: GIVEN_UP }, counts);
    await this.commit(null);
  }

  private async member(leaf: Leaf, id: number, earlier: KnownFile | null): Promise<void> {
    const checkpoint = readCheckpoint(earlier?.checkpoint ?? null);
    const told = this.told(leaf, checkpoint === null ? null : (earlier?.readWith ?? null));
    const row = {
      ...emptyRow(this.task.source.id, id, leaf.path),
      modified: told.modified,
      readWith: told.corrections,
    };
    const { sha256, scratchFolder } = this.task;
    const examined =
      leaf.isUpload && sha256 !== undefined
        ? examinedUpload(leaf.bytes(), sha256)
        : await examine(leaf.bytes(), this.known, scratchFolder);
    if (examined.duplicateOf !== null) {
      this.report({
        ...row,
        ...examined,
        state: 'duplicate',
        note: 'the same bytes as another file of this source; read once',
      });
      return;
    }
    if (this.segment === null) await this.openSegment(leaf.isUpload);
    const reader = new FileReader(id, leaf.path, told, this);
    if (checkpoint !== null) reader.restore(checkpoint);
    this.reading = reader;
    this.readingRow = { ...row, state: 'reading' };
    try {
      await reader.read(examined.open());
    } finally {
      await examined.dispose();
    }
    this.reading = null;
    const digest = examined.digest();
    this.known.whole.set(wholeKey(digest.bytes, digest.sha256), id);
    this.report(
      { ...row, ...countsRow(reader.counts), ...digest, ...verdict(reader, leaf.damaged(), digest.bytes) },
      reader.counts,
    );
  }

  /** What is known before a file's first record; one that goes on keeps the corrections with which it began. */
  private told(leaf: Leaf, begunWith: Corrections | null): FileTold {
    const { source } = this.task;
    return {
      modified: this.series.latest(leaf.path, leaf.modified ?? source.modified),
      now: source.created,
      corrections: begunWith ?? source.corrections,
    };
  }

  private report(row: FileRow, counts: FileCounts = noCounts()): void {
    this.done.push(row);
    this.paths.add(row.path);
    this.links.know(row);
    this.series.know(row.path, row.from);
    this.lastError = row.error;
    if (row.state === 'ready' || row.state === 'duplicate') this.readAny = true;
    this.totals.events += counts.events;
    this.totals.lines += counts.lines;
    this.totals.unparsed += counts.unparsed;
  }

  /**
   * A broken archive is listed as a file, so that the message has a place beside the members that could be read; not when
   * the file read last has told it.
   */
  private async reportArchive(error: ArchiveError): Promise<void> {
    const path = error.path === null || error.path === '' ? this.task.source.name : error.path;
    if (this.paths.has(path) || error.message === this.lastError) return;
    this.report({ ...emptyRow(this.task.source.id, await nextFileId(), path), state: 'failed', error: error.message });
  }

  /** Keeps what was read of the file at which somebody cancelled. */
  private keepInterrupted(problem: string): void {
    const { reading, readingRow } = this;
    if (reading === null || readingRow === null) return;
    reading.stop();
    this.reading = null;
    this.report(
      { ...readingRow, ...countsRow(reading.counts), bytes: reading.position, state: 'failed', error: problem },
      reading.counts,
    );
  }

  private async openSegment(isUpload = false): Promise<void> {
    const { source } = this.task;
    const left = (source.bytes - this.bytesRead) * USUAL_RATIO;
    const mayBeLarge = isUpload ? source.bytes >= LARGE_FILE_BYTES : left >= LARGE_BYTES;
    // A careful reader commits after every file: tables for each would be too many.
    const large = !this.careful && (mayBeLarge || this.committed > 0);
    this.segment = await SegmentWriter.open(this.client, source.id, large, this.task.limits);
  }

  /** Commits the open segment with the reports on its files, and that of a file that goes on in the next one. */
  private async commit(unfinished: FileRow | null): Promise<void> {
    const files = unfinished === null ? this.done : [...this.done, unfinished];
    this.done = [];
    const { segment } = this;
    this.segment = null;
    if (segment !== null && !segment.empty) {
      await segment.commit(files);
      this.committed += 1;
    } else {
      if (segment !== null) await segment.abandon();
      await saveFileRows(this.client, files);
    }
    if (files.length > 0) await resetAttempts(this.client, this.task.source.id);
    logger.debug('committed a segment', { source: this.task.source.id, files: files.length });
  }
}
