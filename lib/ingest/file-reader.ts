import { CHARSET, type Charset, fromWindows1252, toWindows1252 } from '@/lib/blocks';
import type { LogType } from '@/lib/events';
import { LogEvent } from '@/lib/events';
import { Clock, type ClockMemory, ReadContext, type Scope } from '@/lib/formats';
import { type Identity, identify } from '@/lib/layouts';
import { BlockCutter } from '@/lib/lines';
import { blockCharset, countNewlines, endsLine, originalLength, textDecoder } from './block-text';
import { DocumentFile } from './document-file';
import { type DocumentCut, DocumentReader } from './document-reader';
import type { EventSink } from './event-sink';
import { type FileContent, fileContent, forcedContent } from './file-content';
import { countEvent, type FileCounts, noCounts } from './file-report';
import { forcedBy } from './forced-by';
import { Joiner } from './joiner';
import { LineReader, type LineReaderState } from './line-reader';
import { firstText } from './log-lines';
import { placeEvent } from './place';
import { OpenRecord } from './record';
import type { FileTold, SegmentSink, SegmentSource } from './segment-source';
import { TextInput } from './text-input';

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const HEAD_BYTES = 64 * 1024;
/** A full segment waits so many blocks for the last piece of a split record. */
const WAITING_BLOCKS_MAX = 8;

/** Where reading goes on after a crash; kept with the file's row. */
export interface Checkpoint {
  /** Bytes of the file that were read. */
  readonly position: number;
  /** The same in bytes of what is stored, where that is UTF-8 instead of what the file is written in. */
  readonly stored: number;
  readonly line: number;
  readonly content: FileContent;
  readonly reader: LineReaderState;
  readonly counts: FileCounts;
  readonly headers: readonly (readonly [string, readonly string[]])[];
  readonly clock: ClockMemory;
  readonly scope: Scope | null;
}

/** Reads one file: judges its content, cuts it into blocks, makes events of its records, and counts them. */
export class FileReader implements EventSink {
  counts: FileCounts = noCounts();
  /** Things worth saying about the file: bytes that are no UTF-8, a line that was cut. */
  readonly notes = new Set<string>();
  position = 0;
  private stored = 0;
  private readonly input = new TextInput();
  private lineNumber = 1;
  private waitedBlocks = 0;
  private content: FileContent | null = null;
  private readonly cutter = new BlockCutter();
  private readonly context: ReadContext;
  private readonly identity: Identity;
  private readonly skewMicros: number;
  private readonly joiner: Joiner;
  private readonly lines: LineReader;
  private document: DocumentFile | null = null;

  constructor(
    readonly fileId: number,
    path: string,
    told: FileTold,
    private readonly segments: SegmentSource,
  ) {
    const { corrections } = told;
    this.context = new ReadContext(new Clock({ ...told, ...corrections }), path, forcedBy(corrections));
    this.skewMicros = (corrections.skewSeconds ?? 0) * 1_000_000;
    this.identity = identify(path);
    this.joiner = new Joiner(this);
    this.lines = new LineReader(this, this.joiner, this.context, this.identity);
  }

  /** Reads all bytes; after `restore` those before the checkpoint's position are skipped. */
  async read(bytes: AsyncIterable<Uint8Array>): Promise<void> {
    let head: Buffer = Buffer.alloc(0);
    // A document's framer must see the bytes before the checkpoint again to know where it stands.
    let skip = this.document === null ? this.stored : 0;
    for await (const chunk of this.input.bytes(bytes)) {
      let fresh = chunk;
      if (skip > 0) {
        const dropped = Math.min(skip, chunk.length);
        skip -= dropped;
        fresh = chunk.subarray(dropped);
      }
      if (this.content === null) {
        head = Buffer.concat([head, fresh]);
        if (head.length < HEAD_BYTES) continue;
        this.decide(this.judge(head));
        fresh = head;
      }
      await this.take(fresh);
    }
    if (this.content === null) {
      this.decide(this.judge(head));
      await this.take(head);
    }
    await this.finish();
  }

  /** Completes the records that are open, since no more will be read. */
  stop(): void {
    this.lines.flush();
  }

  /** What must be kept to go on from here. Only right after a block, when no record is open. */
  checkpoint(): Checkpoint | null {
    if (this.content === null) return null;
    return {
      position: this.position,
      stored: this.stored,
      line: this.lineNumber,
      content: this.content,
      reader: this.lines.state(),
      counts: this.counts,
      headers: [...this.context.headers],
      clock: this.context.clock.memory,
      scope: this.context.scope,
    };
  }

  restore(checkpoint: Checkpoint): void {
    this.position = checkpoint.position;
    this.stored = checkpoint.stored;
    this.lineNumber = checkpoint.line;
    this.counts = checkpoint.counts;
    this.decide(checkpoint.content);
    this.document?.resumeAt(checkpoint.stored);
    this.lines.restore(checkpoint.reader);
    this.context.clock.recall(checkpoint.clock);
    this.context.scope = checkpoint.scope;
    for (const [name, columns] of checkpoint.headers) this.context.headers.set(name, columns);
  }

  reserve(block: number): number {
    return this.segments.current().reserve(block);
  }

  unreserve(block: number): void {
    this.segments.current().unreserve(block);
  }

  event(record: OpenRecord): void {
    const { event } = record;
    const type: LogType = event.type ?? 'application';
    // All that is within a file was compared by its own clock; only now is that set right.
    if (event.time !== null) event.time -= this.skewMicros;
    this.counts.timeOrigins |= this.context.clock.origins;
    countEvent(this.counts, event, type, record.line, record.lines, record.plain);
    this.segments.current().write(event, type, record.placeIn(this.fileId));
  }

  private judge(head: Buffer): FileContent {
    return forcedContent(fileContent(head, this.context.path), this.context.forced);
  }

  private decide(content: FileContent): void {
    this.content = content;
    const { kind } = content;
    if (kind === 'json' || kind === 'yaml' || kind === 'journal-export') {
      this.document = new DocumentFile(
        new DocumentReader(kind, this, this.joiner, this.context, this.identity, this.lines),
      );
    }
  }

  private async take(chunk: Uint8Array): Promise<void> {
    if (this.document !== null) {
      this.document.push(chunk);
      for (let cut = this.document.next(); cut !== null; cut = this.document.next()) await this.documentBlock(cut);
      return;
    }
    this.cutter.push(chunk);
    for (let block = this.cutter.next(); block !== null; block = this.cutter.next()) await this.block(block, false);
  }

  private async finish(): Promise<void> {
    if (this.document !== null) {
      for (let cut = this.document.end(); cut !== null; cut = this.document.end()) await this.documentBlock(cut);
      this.lines.flush();
      return;
    }
    const rest = this.cutter.rest();
    if (rest !== null) await this.block(rest, true);
    this.lines.flush();
  }

  private async block(bytes: Buffer, last: boolean): Promise<void> {
    const segment = this.segments.current();
    const block = segment.openBlock(this.fileId, this.position, this.lineNumber);
    const charset = blockCharset(bytes, this.input.charset, this.isText, this.notes);
    const text = charset === CHARSET.windows1252 ? fromWindows1252(bytes) : bytes;
    let raw = text;
    if (this.content?.kind === 'lines') {
      this.readLines(text, block, last);
      const carried = last ? 0 : this.lines.carry(block, text.length);
      if (carried > 0) {
        raw = text.subarray(0, text.length - carried);
        const rest = text.subarray(raw.length);
        this.cutter.unread(charset === CHARSET.windows1252 ? toWindows1252(rest).length : carried);
        this.lineNumber -= countNewlines(rest);
      }
    } else if (this.content?.kind === 'text') this.keepText(text, block, last);
    this.seal(segment, block, raw, last, charset);
    await this.blockDone();
  }

  private get isText(): boolean {
    return this.content?.kind === 'lines' || this.content?.kind === 'text';
  }

  /** Offers the segment to be committed, unless a split record is open; then only after some patience. */
  private async blockDone(): Promise<void> {
    const segment = this.segments.current();
    if (!segment.full) return this.segments.blockDone(false);
    if (this.lines.waiting && this.waitedBlocks < WAITING_BLOCKS_MAX) {
      this.waitedBlocks += 1;
      return this.segments.blockDone(false);
    }
    this.waitedBlocks = 0;
    this.lines.flush();
    await this.segments.blockDone(true);
  }

  private async documentBlock(cut: DocumentCut): Promise<void> {
    if (this.document === null) return;
    const segment = this.segments.current();
    const block = segment.openBlock(this.fileId, this.position, this.lineNumber);
    this.document.reader.block(cut, block, this.lineNumber);
    this.seal(segment, block, cut.raw, cut.last, blockCharset(cut.raw, this.input.charset, false, this.notes));
    this.lineNumber += countNewlines(cut.raw);
    if (segment.full) this.lines.flush();
    await this.segments.blockDone(segment.full);
  }

  private seal(segment: SegmentSink, block: number, raw: Buffer, last: boolean, charset: Charset): void {
    segment.sealBlock(block, raw, charset);
    const length = originalLength(raw, charset);
    this.position += length;
    // UTF-16 is UTF-8 before it is cut, Windows-1252 only afterwards.
    this.stored += charset === CHARSET.windows1252 ? length : raw.length;
    if (this.content?.kind === 'binary') return;
    this.counts.linesRead += countNewlines(raw) + (last && raw.length > 0 && !endsLine(raw) ? 1 : 0);
  }

  private readLines(bytes: Buffer, block: number, last: boolean): void {
    const textOf = textDecoder(bytes, this.notes);
    let start = 0;
    while (start < bytes.length) {
      const newline = bytes.indexOf(NEWLINE, start);
      const ended = newline !== -1;
      const end = ended ? newline : bytes.length;
      const next = ended ? newline + 1 : bytes.length;
      // A mark of UTF-8 at the start of a file is no part of its first line.
      const marked = start === 0 && this.position === 0 && bytes.subarray(0, 3).equals(UTF8_MARK);
      // A disk that lost power leaves NULs before the next record.
      const from = marked ? 3 : firstText(bytes, start, end);
      const text = textOf(from, end > from && bytes[end - 1] === RETURN ? end - 1 : end);
      if (!(ended || last)) this.notes.add('holds a line longer than 16 MB, which was cut');
      this.lines.line(
        text,
        { block, offset: start, length: next - start, lines: ended || last ? 1 : 0 },
        this.lineNumber,
      );
      if (ended) this.lineNumber += 1;
      start = next;
    }
  }

  /** Keeps a block of a file that is no log as one event, so that its text can be found and its lines are accounted for. */
  private keepText(bytes: Buffer, block: number, last: boolean): void {
    const event = new LogEvent();
    event.format = 'document';
    event.message = bytes.toString('utf8', 0, 2000);
    placeEvent(event, this.identity, this.context);
    const newlines = countNewlines(bytes);
    const lines = newlines + (last && !endsLine(bytes) ? 1 : 0);
    const piece = { block, offset: 0, length: bytes.length, lines };
    this.event(new OpenRecord(event, this.reserve(block), this.lineNumber, piece, [], ''));
    this.lineNumber += newlines;
  }

  /** Why the file was kept unread; null when it was read. */
  get skipped(): string | null {
    return this.content?.kind === 'binary' ? this.content.what : null;
  }
}
