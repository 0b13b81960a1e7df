import type { LogEvent } from '@/lib/events';
import type { Format } from '@/lib/formats';
import type { Place } from '@/lib/store/write';
import { ownText } from './own-text';

/** Where a line stands: a block of the segment, and bytes in it. */
export interface Piece {
  readonly block: number;
  readonly offset: number;
  readonly length: number;
  /** Physical lines that end in it: 1, or 0 for a piece of a line that goes on or that another record owns. */
  readonly lines: number;
}

/** A record may grow by this many lines or characters before the next line opens a new one. */
const LINES_MAX = 2000;
const CHARACTERS_MAX = 256 * 1024;

/** A record that is open: it may still be continued by the next line of its stream. */
export class OpenRecord {
  lines: number;
  spans: number[] | null = null;
  /** Whether its innermost content was left unread by every format. */
  plain = true;
  /** The content of its last line that is not blank, for the rules of continuation. */
  last: string;
  private characters: number;
  private readonly continuation: string[] = [];
  /** The block in which it opens, and its first bytes there. */
  readonly block: number;
  readonly offset: number;
  length: number;

  constructor(
    readonly event: LogEvent,
    readonly n: number,
    readonly line: number,
    piece: Piece,
    private layers: readonly Format[],
    /** The content of its first line, for the rules of continuation. */
    public first: string,
  ) {
    this.block = piece.block;
    this.offset = piece.offset;
    this.length = piece.length;
    this.lines = piece.lines;
    this.last = first;
    this.characters = first.length;
  }

  /** Whether lines that no format reads continue it: its format opens every record with a header. */
  get headed(): boolean {
    return this.layers.at(-1)?.headed === true;
  }

  /**
   * Offers its format the next line, as it stands and without the envelope, which `layers` must share. Answers what to put
   * below the message, null for a line that is not its own.
   */
  takeLine(text: string, content: string, layers: readonly Format[]): string | null {
    const format = this.layers.at(-1);
    if (format?.takeLine === undefined || this.closed) return null;
    const alone = this.layers.length === 1;
    if (!alone && layers[0] !== this.layers[0]) return null;
    try {
      return format.takeLine(alone ? text : content, this.event);
    } catch {
      // A fault in one format must not cost more than that the line is a record of its own.
      return null;
    }
  }

  /** Whether `layers` of another line are the envelope of this record and nothing more, no header of its own above all. */
  hasEnvelope(layers: readonly Format[]): boolean {
    if (layers.length >= this.layers.length) return false;
    if (this.layers.length > 1 && layers.length === 0) return false;
    return layers.every((layer, depth) => layer === this.layers[depth]);
  }

  get closed(): boolean {
    return this.lines >= LINES_MAX || this.characters >= CHARACTERS_MAX;
  }

  /** Where it stands in its segment; a literal, because a spread of another object costs a microsecond. */
  placeIn(file: number): Place {
    return {
      n: this.n,
      file,
      line: this.line,
      lines: this.lines,
      block: this.block,
      offset: this.offset,
      length: this.length,
      spans: this.spans,
    };
  }

  /** Adds a line's bytes; its text, unless null, becomes part of the message. */
  append(piece: Piece, text: string | null): void {
    this.lines += piece.lines;
    this.addPiece(piece);
    if (text === null) return;
    const kept = piece.block === this.block ? text : ownText(text);
    if (kept.trim() !== '') this.last = kept;
    this.characters += kept.length;
    this.continuation.push(kept);
  }

  /** Takes what the passes made of its content, once all pieces of a split record are there. */
  complete(inner: readonly Format[], content: string): void {
    this.layers = [...this.layers, ...inner];
    this.first = content;
    this.last = content;
  }

  /** The formats that read it, outermost first. */
  get formats(): readonly Format[] {
    return this.layers;
  }

  /** Completes the message; called once, when nothing more can follow. */
  close(): void {
    if (this.continuation.length === 0) return;
    this.event.message = [this.event.message, ...this.continuation].join('\n');
    this.layers.at(-1)?.complete?.(this.event);
  }

  /** Whether all of it, so far, stands in one run in this block. */
  isRunIn(block: number): boolean {
    return this.block === block && this.spans === null;
  }

  private addPiece(piece: Piece): void {
    if (this.spans === null && piece.block === this.block && piece.offset === this.offset + this.length) {
      this.length += piece.length;
      return;
    }
    this.spans ??= [];
    const { spans } = this;
    const last = spans.length - 3;
    const touches =
      last >= 0 && spans[last] === piece.block && (spans[last + 1] ?? 0) + (spans[last + 2] ?? 0) === piece.offset;
    if (touches) spans[last + 2] = (spans[last + 2] ?? 0) + piece.length;
    else spans.push(piece.block, piece.offset, piece.length);
  }
}
