import { LogEvent } from '@/lib/events';
import { type JsonObject, loneObject, parseJournalExport, plainText, type ReadContext } from '@/lib/formats';
import type { Identity } from '@/lib/layouts';
import { type DocumentFramer, type DocumentItem, JournalExportFramer, JsonFramer, YamlFramer } from '@/lib/lines';
import type { EventSink } from './event-sink';
import type { Joiner } from './joiner';
import type { LineReader } from './line-reader';
import { hasManyValues, TOO_MANY_VALUES } from './many-values';
import { label, Passes, parseObject } from './passes';
import { placeEvent } from './place';
import { OpenRecord, type Piece } from './record';
import { unparsedReason } from './unparsed';
import { NO_YAML_OBJECT, parseYamlObject } from './yaml-object';

const NEWLINE = 0x0a;
const MESSAGE_BYTES_MAX = 32_768;
/** A line that opens with a letter or a digit, an equals sign or a dash: nothing of the kind stands between JSON records. */
const PROSE = /^[ \t]*[A-Za-z0-9=<-]/m;

/** A stretch of a document that becomes a block, with the items that end in it. */
export interface DocumentCut {
  readonly raw: Buffer;
  readonly items: readonly DocumentItem[];
  /** Offset of `raw` in the document. */
  readonly start: number;
  /** Whether the document ends with it. */
  readonly last: boolean;
}

/** Documents that a framer cuts. */
export type FramedKind = 'json' | 'yaml' | 'journal-export';

/** Makes events of the records of a document: one per item that its framer finds. */
export class DocumentReader {
  private readonly framer: DocumentFramer;
  private readonly passes = new Passes();

  constructor(
    private readonly kind: FramedKind,
    private readonly sink: EventSink,
    private readonly joiner: Joiner,
    private readonly context: ReadContext,
    private readonly identity: Identity,
    /** Reads what stands between the items and is no part of a list. */
    private readonly lines: LineReader,
  ) {
    this.framer = framerOf(kind);
  }

  /** The items that end in these bytes; offsets count from the first byte fed. */
  feed(bytes: Buffer): DocumentItem[] {
    // A framer looks at ASCII only, and in latin1 a character is a byte.
    return this.framer.feed(bytes.toString('latin1'));
  }

  end(): DocumentItem[] {
    return this.framer.end();
  }

  /**
   * Reads the items of one block, whose first line is `line`. Lines between two items belong to the later one, lines after the last to the last, so that every line belongs to exactly one event.
   */
  block({ raw, items, start, last }: DocumentCut, block: number, line: number): void {
    // The last line of a file counts even if nothing ends it.
    const unended = last && raw[raw.length - 1] !== NEWLINE ? 1 : 0;
    let read = 0;
    let at = line;
    const advance = (to: number): number => {
      const newlines = countNewlines(raw, read, to);
      at += newlines;
      read = to;
      return newlines;
    };
    for (const [index, item] of items.entries()) {
      const from = item.start - start;
      const to = item.end - start;
      advance(this.prose(raw, read, from, block, at));
      const first = at + countNewlines(raw, read, from);
      const owned = index === items.length - 1 ? this.endOfTail(raw, to) : to;
      const lines = advance(owned) + (owned === raw.length ? unended : 0);
      const piece = { block, offset: from, length: to - from, lines };
      this.item(raw.subarray(from, to), piece, first, item.listed);
    }
    if (read < raw.length) advance(this.prose(raw, read, raw.length, block, at));
    if (read === raw.length) return;
    const lines = countNewlines(raw, read, raw.length) + unended;
    const whole = start === 0 && items.length === 0;
    this.remainder(raw, { block, offset: read, length: raw.length - read, lines }, at, whole);
  }

  /**
   * Reads whole lines that are no part of a list (the logs in a dump that was written as one stream) as the lines they are.
   * Answers where they end.
   */
  private prose(raw: Buffer, from: number, to: number, block: number, line: number): number {
    const end = to === raw.length ? to : raw.lastIndexOf(NEWLINE, Math.max(to - 1, 0)) + 1;
    if (this.kind !== 'json' || end <= from || !isProse(raw, from, end)) return from;
    let at = from;
    for (let number = line; at < end; number += 1) {
      const newline = raw.indexOf(NEWLINE, at);
      const next = newline === -1 ? end : newline + 1;
      const text = raw.toString('utf8', at, newline === -1 ? end : newline);
      this.lines.line(
        plainText(text.endsWith('\r') ? text.slice(0, -1) : text),
        { block, offset: at, length: next - at, lines: 1 },
        number,
      );
      at = next;
    }
    this.lines.flush();
    return end;
  }

  /**
   * Where the lines that belong to the last item end: at the end of the block, unless prose follows. Behind a YAML list
   * stand the list's own `kind` and `metadata`, which only look like prose.
   */
  private endOfTail(raw: Buffer, itemEnd: number): number {
    if (this.kind !== 'json') return raw.length;
    const newline = raw.indexOf(NEWLINE, itemEnd);
    return newline !== -1 && isProse(raw, newline + 1, raw.length) ? newline + 1 : raw.length;
  }

  /** A stretch without a record, kept as one event: what closes a list, or all of a document in which there is none. */
  private remainder(raw: Buffer, piece: Piece, line: number, whole: boolean): void {
    const event = new LogEvent();
    event.format = whole ? 'plain' : 'document';
    if (whole) event.unparsed = `no record was found in this ${this.kind.toUpperCase()}`;
    event.message = plainText(raw.toString('utf8', piece.offset, piece.offset + MESSAGE_BYTES_MAX));
    this.emit(event, piece, line, []);
  }

  private item(bytes: Buffer, piece: Piece, line: number, listed: boolean): void {
    const text = plainText(bytes.toString('utf8'));
    const object = this.parse(bytes, text);
    const event = new LogEvent();
    if (object === null) {
      event.format = 'plain';
      event.unparsed = this.kind === 'yaml' ? NO_YAML_OBJECT : whyNoObject(text);
      event.message = plainText(text.slice(0, MESSAGE_BYTES_MAX));
      this.emit(event, piece, line, []);
      return;
    }
    const lone = listed || this.context.forced.format !== null ? null : loneObject(object, this.context.path);
    if (lone !== null) {
      event.format = 'document';
      event.message = plainText(lone.slice(0, MESSAGE_BYTES_MAX));
      this.emit(event, piece, line, []);
      return;
    }
    this.context.partial = false;
    let place = piece;
    const outer = this.passes.attempt(object, text.slice(0, MESSAGE_BYTES_MAX), event, this.context);
    this.passes.spread(outer, event, this.context, (own, { layers, rest }) => {
      if (!this.joiner.absorb(own, layers, place)) {
        own.type = label(own, layers, rest);
        const { forced } = this.context;
        if (layers.length === 0 && forced.format !== null) own.unparsed ??= unparsedReason(text, forced);
        this.emit(own, place, line, layers, rest !== null);
      }
      place = { ...piece, lines: 0 };
    });
  }

  private parse(bytes: Buffer, text: string): JsonObject | null {
    if (this.kind === 'journal-export') return parseJournalExport(bytes);
    return this.kind === 'json' ? parseObject(text) : parseYamlObject(text);
  }

  private emit(event: LogEvent, piece: Piece, line: number, layers: OpenRecord['formats'], plain = true): void {
    placeEvent(event, this.identity, this.context);
    const record = new OpenRecord(event, this.sink.reserve(piece.block), line, piece, layers, event.message);
    record.plain = plain;
    if (!this.joiner.keep(record)) this.sink.event(record);
  }
}

function framerOf(kind: FramedKind): DocumentFramer {
  if (kind === 'journal-export') return new JournalExportFramer();
  return kind === 'json' ? new JsonFramer() : new YamlFramer();
}

function whyNoObject(text: string): string {
  return hasManyValues(text) ? TOO_MANY_VALUES : 'this part of the file is not valid JSON';
}

function isProse(raw: Buffer, from: number, to: number): boolean {
  return PROSE.test(raw.toString('latin1', from, to));
}

function countNewlines(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE, from); at !== -1 && at < to; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
