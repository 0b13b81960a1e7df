import { LogEvent, TIME_GUESS } from '@/lib/events';
import { plainText, type ReadContext } from '@/lib/formats';
import type { Identity } from '@/lib/layouts';
import { continues } from '@/lib/lines';
import type { EventSink } from './event-sink';
import type { Joiner } from './joiner';
import { label, type Passed, Passes } from './passes';
import { placeEvent } from './place';
import { OpenRecord, type Piece } from './record';
import { unparsedReason } from './unparsed';

/** A line that no format reads continues a headed record only if it was written this soon after it. */
const CONTINUATION_MICROS_MAX = 1_000_000;
/** A record that is longer than this stays where it opened instead of moving to the next block whole. */
const CARRY_BYTES_MAX = 128 * 1024;

/** One of the interleaved outputs in a file: stdout, stderr, or all there is. */
interface Stream {
  open: OpenRecord | null;
  /** A record whose envelope says that it goes on, with the pieces of its content so far. */
  partial: { record: OpenRecord; pieces: string[] } | null;
}

/** What a line reader must remember to go on after a crash as if nothing had happened. */
export interface LineReaderState {
  readonly formats: (string | null)[];
  readonly time: number | null;
  readonly timeGuess: number;
}

/**
 * Makes events of the lines of one file: reads each line's envelope and content, joins the pieces of split records, and
 * gives lines that continue a record (stack traces, dumped bodies) to it. Every line ends up in exactly one event.
 */
export class LineReader {
  private readonly passes = new Passes();
  private readonly streams = new Map<string, Stream>();
  private time: number | null = null;
  private timeGuess = 0;

  constructor(
    private readonly sink: EventSink,
    private readonly joiner: Joiner,
    private readonly context: ReadContext,
    private readonly identity: Identity,
  ) {}

  state(): LineReaderState {
    return { formats: this.passes.remembered(), time: this.time, timeGuess: this.timeGuess };
  }

  restore(state: LineReaderState): void {
    this.passes.restore(state.formats);
    this.time = state.time;
    this.timeGuess = state.timeGuess;
  }

  /** Takes the next physical line, without its newline; `piece` is where it stands, newline included. */
  line(text: string, piece: Piece, line: number): void {
    let event = new LogEvent();
    let passed: Passed;
    this.context.partial = false;
    try {
      passed = this.passes.read(text, event, this.context);
    } catch (error) {
      // A fault in one format must not cost more than its own line.
      event = new LogEvent();
      event.unparsed = `reading this line failed: ${error instanceof Error ? error.message : String(error)}`;
      passed = { layers: [], content: null, rest: text };
    }
    const stream = this.streamOf(event.stream ?? '');
    if (passed.content !== null && (this.context.partial || stream.partial !== null)) {
      this.takePartial(stream, event, passed, passed.content, piece, line);
      return;
    }
    if (passed.several !== undefined) {
      this.close(stream);
      this.takeSeveral(event, passed, piece, line);
      return;
    }
    if (this.joiner.absorb(event, passed.layers, piece)) {
      this.close(stream);
      return;
    }
    const content = passed.content ?? text;
    const { open } = stream;
    if (open !== null && this.isContinuation(open, content, event, passed)) {
      open.append(piece, plainText(content));
      return;
    }
    this.close(stream);
    const record = this.open(event, passed, content, piece, line);
    if (!this.joiner.keep(record)) stream.open = record;
  }

  /** Whether a record waits for pieces that its envelope announced. */
  get waiting(): boolean {
    for (const stream of this.streams.values()) if (stream.partial !== null) return true;
    return false;
  }

  /**
   * Gives up the record at the end of a block, to be read again as the first of the next one, so that records rarely span
   * two blocks. Answers its length in bytes, 0 when there is none.
   */
  carry(block: number, blockLength: number): number {
    for (const stream of this.streams.values()) {
      const { open } = stream;
      if (open === null || !open.isRunIn(block)) continue;
      const { offset, length } = open.place;
      if (offset === 0 || offset + length !== blockLength || length > CARRY_BYTES_MAX) continue;
      stream.open = null;
      this.sink.unreserve(block);
      return length;
    }
    return 0;
  }

  /** Completes every open record; nothing continues them any more. */
  flush(): void {
    for (const stream of this.streams.values()) {
      if (stream.partial !== null) this.finishPartial(stream, true);
      this.close(stream);
    }
    this.joiner.flush();
  }

  /** Makes an event of each record that a line holds; the first of them owns the line. */
  private takeSeveral(event: LogEvent, outer: Passed, piece: Piece, line: number): void {
    let place = piece;
    this.passes.spread(outer, event, this.context, (own, passed) => {
      if (this.joiner.absorb(own, passed.layers, place)) {
        place = { ...piece, lines: 0 };
        return;
      }
      const record = this.open(own, passed, passed.content ?? own.message, place, line);
      place = { ...piece, lines: 0 };
      if (this.joiner.keep(record)) return;
      record.close();
      this.sink.event(record);
    });
  }

  private isContinuation(open: OpenRecord, content: string, event: LogEvent, passed: Passed): boolean {
    if (open.closed) return false;
    if (event.component !== null && (event.component !== open.event.component || event.pid !== open.event.pid))
      return false;
    const near =
      event.time === null ||
      open.event.time === null ||
      Math.abs(event.time - open.event.time) <= CONTINUATION_MICROS_MAX;
    if (!near) return false;
    const unread = passed.rest !== null;
    if (!unread && !startsBlank(content)) return false;
    if (continues(content, { first: open.first, last: open.last, lines: open.lines })) return true;
    return unread && open.headed && open.hasEnvelope(passed.layers);
  }

  private open(event: LogEvent, passed: Passed, content: string, piece: Piece, line: number): OpenRecord {
    const record = new OpenRecord(event, this.sink.reserve(piece.block), line, piece, passed.layers, content);
    this.describe(event, passed);
    return record;
  }

  private describe(event: LogEvent, passed: Passed): void {
    event.type = label(event, passed.layers, passed.rest);
    if (passed.layers.length === 0) event.unparsed ??= unparsedReason(event.message, this.context.forced);
    placeEvent(event, this.identity, this.context);
    if (event.time !== null) {
      this.time = event.time;
      this.timeGuess = event.timeGuess;
    } else if (this.time !== null) {
      event.time = this.time;
      // What was guessed about the neighbour's time holds for this one too, and is corrected with it.
      event.timeGuess = this.timeGuess | TIME_GUESS.neighbour;
    }
  }

  private takePartial(
    stream: Stream,
    event: LogEvent,
    passed: Passed,
    content: string,
    piece: Piece,
    line: number,
  ): void {
    if (stream.partial === null) {
      this.close(stream);
      const record = new OpenRecord(event, this.sink.reserve(piece.block), line, piece, passed.layers, content);
      stream.partial = { record, pieces: [content] };
      return;
    }
    const { record, pieces } = stream.partial;
    record.append(piece, null);
    pieces.push(content);
    if (!this.context.partial || record.closed) this.finishPartial(stream, false);
  }

  private finishPartial(stream: Stream, unfinished: boolean): void {
    if (stream.partial === null) return;
    const { record, pieces } = stream.partial;
    const content = pieces.join('');
    stream.partial = null;
    this.context.partial = false;
    const inner = this.passes.read(content, record.event, this.context, 1);
    record.complete(inner.layers, content);
    this.describe(record.event, { layers: record.formats, content, rest: inner.rest });
    if (unfinished) record.event.setAttribute('log.partial', 'unfinished');
    stream.open = record;
  }

  private close(stream: Stream): void {
    const { open } = stream;
    if (open === null) return;
    stream.open = null;
    open.close();
    this.sink.event(open);
  }

  private streamOf(name: string): Stream {
    let stream = this.streams.get(name);
    if (stream === undefined) {
      stream = { open: null, partial: null };
      this.streams.set(name, stream);
    }
    return stream;
  }
}

function startsBlank(content: string): boolean {
  const first = content.charCodeAt(0);
  return Number.isNaN(first) || first === 0x20 || first === 0x09;
}
