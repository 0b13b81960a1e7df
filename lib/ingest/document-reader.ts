import { LogEvent } from '@/lib/events';
import { plainText, type ReadContext } from '@/lib/formats';
import type { Identity } from '@/lib/layouts';
import { type DocumentFramer, type DocumentItem, JsonFramer, YamlFramer } from '@/lib/lines';
import type { EventSink } from './event-sink';
import { label, Passes, parseObject } from './passes';
import { placeEvent } from './place';
import { OpenRecord } from './record';
import { parseYamlObject } from './yaml-object';

const NEWLINE = 0x0a;
const MESSAGE_BYTES_MAX = 32_768;

/** Makes events of the records of a JSON or YAML document: one per item that its framer finds. */
export class DocumentReader {
  private readonly framer: DocumentFramer;
  private readonly passes = new Passes();

  constructor(
    private readonly kind: 'json' | 'yaml',
    private readonly sink: EventSink,
    private readonly context: ReadContext,
    private readonly identity: Identity,
  ) {
    this.framer = kind === 'json' ? new JsonFramer() : new YamlFramer();
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
   * Reads the items of one block. `start` is the block's offset in the document, `line` its first line. Lines between two
   * items belong to the later one, lines after the last to the last, so that every line belongs to exactly one event.
   */
  block(raw: Buffer, items: readonly DocumentItem[], start: number, block: number, line: number): void {
    let counted = 0;
    let at = line;
    for (const [index, item] of items.entries()) {
      const from = item.start - start;
      const to = item.end - start;
      const owned = index === items.length - 1 ? raw.length : to;
      const first = at + countNewlines(raw, counted, from);
      const newlines = countNewlines(raw, counted, owned);
      const unended = owned === raw.length && raw[raw.length - 1] !== NEWLINE ? 1 : 0;
      this.item(raw.subarray(from, to), { block, offset: from, length: to - from }, first, newlines + unended);
      at += newlines;
      counted = owned;
    }
    if (items.length === 0) this.remainder(raw, block, line, start === 0);
  }

  /** A stretch without a record, kept as one event: what closes a list, or all of a document in which there is none. */
  private remainder(raw: Buffer, block: number, line: number, whole: boolean): void {
    const event = new LogEvent();
    event.format = whole ? 'plain' : 'document';
    if (whole) event.unparsed = `no record was found in this ${this.kind.toUpperCase()}`;
    event.message = plainText(raw.toString('utf8', 0, MESSAGE_BYTES_MAX));
    const unended = raw[raw.length - 1] === NEWLINE ? 0 : 1;
    this.emit(event, { block, offset: 0, length: raw.length }, line, countNewlines(raw, 0, raw.length) + unended, []);
  }

  private item(
    bytes: Buffer,
    piece: { block: number; offset: number; length: number },
    line: number,
    lines: number,
  ): void {
    const text = bytes.toString('utf8');
    const object = this.kind === 'json' ? parseObject(text) : parseYamlObject(text);
    const event = new LogEvent();
    if (object === null) {
      event.format = 'plain';
      event.unparsed = `this part of the file is not valid ${this.kind.toUpperCase()}`;
      event.message = plainText(text.slice(0, MESSAGE_BYTES_MAX));
      this.emit(event, piece, line, lines, []);
      return;
    }
    this.context.partial = false;
    const passed = this.passes.read(object, event, this.context);
    event.type = label(event, passed.layers, passed.rest);
    this.emit(event, piece, line, lines, passed.layers);
  }

  private emit(
    event: LogEvent,
    piece: { block: number; offset: number; length: number },
    line: number,
    lines: number,
    layers: OpenRecord['formats'],
  ): void {
    placeEvent(event, this.identity, this.context);
    const record = new OpenRecord(event, this.sink.reserve(piece.block), line, piece, layers, event.message);
    record.lines = lines;
    this.sink.event(record);
  }
}

function countNewlines(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE, from); at !== -1 && at < to; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
