import { LogEvent, type LogType, TIME_GUESS } from '@/lib/events';
import { plainText, type ReadContext } from '@/lib/formats';
import type { Identity } from '@/lib/layouts';
import { continues } from '@/lib/lines';
import { belongs, logsException } from './belonging';
import type { EventSink } from './event-sink';
import type { Joiner } from './joiner';
import { Neighbour } from './neighbour';
import { ownText } from './own-text';
import { label, type Passed, Passes } from './passes';
import { placeEvent } from './place';
import { OpenRecord, type Piece } from './record';
import { unparsedReason } from './unparsed';

/** A record that is longer than this stays where it opened instead of moving to the next block whole. */
const CARRY_BYTES_MAX = 128 * 1024;

/** A split record that is not whole after so many pieces, or when all of them have so many characters, is taken as it is. */
const PIECES_MAX = 2000;
const PIECES_CHARACTERS_MAX = 8 * 1024 * 1024;
/** Outputs that are told apart; a record may name any other. */
const STREAMS: ReadonlySet<string> = new Set(['stdout', 'stderr']);
/** Records of more outputs than this are not kept open side by side. */
const STREAMS_MAX = 64;

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
  readonly type: LogType | null;
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
  private readonly neighbour = new Neighbour();
  /** Of the pieces of all split records that wait. */
  private characters = 0;

  constructor(
    private readonly sink: EventSink,
    private readonly joiner: Joiner,
    private readonly context: ReadContext,
    private readonly identity: Identity,
  ) {}

  state(): LineReaderState {
    return { formats: this.passes.remembered(), time: this.time, timeGuess: this.timeGuess, type: this.neighbour.type };
  }

  restore(state: LineReaderState): void {
    this.passes.restore(state.formats);
    this.time = state.time;
    this.timeGuess = state.timeGuess;
    this.neighbour.type = state.type;
  }

  /** Takes the next physical line, without its newline; `piece` is where it stands, newline included. */
  line(text: string, piece: Piece, line: number): void {
    const event = new LogEvent();
    this.context.partial = false;
    const passed = this.passes.attempt(text, text, event, this.context);
    const stream = this.streamOf(streamName(event, passed));
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
    if (open !== null && belongs(open, event)) {
      const taken = open.takeLine(text, content, passed.layers);
      if (taken !== null) {
        open.append(piece, taken === '' ? null : plainText(taken));
        return;
      }
      if (this.isContinuation(open, content, passed)) {
        open.append(piece, plainText(content));
        return;
      }
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
      const { offset, length } = open;
      if (offset === 0 || offset + length !== blockLength || length > CARRY_BYTES_MAX) continue;
      stream.open = null;
      this.sink.unreserve(block);
      return length;
    }
    return 0;
  }

  /** Completes every open record; nothing continues them any more. */
  flush(): void {
    for (const stream of this.streams.values()) this.complete(stream);
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

  private complete(stream: Stream): void {
    if (stream.partial !== null) this.finishPartial(stream, true);
    this.close(stream);
  }

  private isContinuation(open: OpenRecord, content: string, passed: Passed): boolean {
    // A line in an envelope continues no record that came without it.
    if (open.closed || (passed.content !== null && open.formats[0] !== passed.layers[0])) return false;
    const loose = passed.layers.at(-1)?.mayContinue === true;
    const unread = passed.rest !== null || loose;
    // A panic that was recovered from is told again below the first stack; alone it would be a record with a severity.
    if (!unread && !startsBlank(content) && !content.startsWith('panic: ')) return false;
    if (continues(content, { first: open.first, last: open.last, lines: open.lines })) return true;
    if (!unread || !open.headed) return false;
    if (!loose) return open.hasEnvelope(passed.layers);
    return open.hasEnvelope(passed.layers.slice(0, -1)) && logsException(open, content);
  }

  private open(event: LogEvent, passed: Passed, content: string, piece: Piece, line: number): OpenRecord {
    const record = new OpenRecord(event, this.sink.reserve(piece.block), line, piece, passed.layers, content);
    record.plain = passed.rest !== null;
    this.describe(event, passed);
    return record;
  }

  private describe(event: LogEvent, passed: Passed): void {
    event.type = label(event, passed.layers, passed.rest);
    if (passed.layers.length === 0) event.unparsed ??= unparsedReason(event.message, this.context.forced);
    placeEvent(event, this.identity, this.context, this.neighbour.typeFor(event, passed.layers));
    this.neighbour.learn(event);
    if (this.context.scope?.ends === true) {
      this.context.scope = null;
      this.neighbour.type = null;
    }
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
      stream.partial = { record, pieces: [ownText(content)] };
      this.characters += content.length;
      return;
    }
    const { partial } = stream;
    partial.record.append(piece, null);
    partial.pieces.push(ownText(content));
    this.characters += content.length;
    const whole = partial.record.lines >= PIECES_MAX || this.characters >= PIECES_CHARACTERS_MAX;
    if (!this.context.partial || whole) this.finishPartial(stream, false);
  }

  private finishPartial(stream: Stream, unfinished: boolean): void {
    if (stream.partial === null) return;
    const { record, pieces } = stream.partial;
    const content = pieces.join('');
    this.characters -= content.length;
    stream.partial = null;
    this.context.partial = false;
    const inner = this.passes.attempt(content, content, record.event, this.context, 1);
    record.complete(inner.layers, content);
    record.plain = inner.rest !== null;
    this.describe(record.event, { layers: record.formats, content, rest: inner.rest });
    if (unfinished) record.event.setAttribute('log.partial', 'unfinished');
    // Lines outside the envelope may have come between the pieces.
    this.close(stream);
    stream.open = record;
  }

  private close(stream: Stream): void {
    const { open } = stream;
    if (open === null) return;
    stream.open = null;
    open.close();
    this.sink.event(open);
  }

  private giveUpOldest(): void {
    for (const [name, stream] of this.streams) {
      this.complete(stream);
      this.streams.delete(name);
      return;
    }
  }

  private streamOf(name: string): Stream {
    let stream = this.streams.get(name);
    if (stream === undefined) {
      if (this.streams.size >= STREAMS_MAX) this.giveUpOldest();
      stream = { open: null, partial: null };
      this.streams.set(name, stream);
    }
    return stream;
  }
}

/** Stdout or stderr, and whose, where a file holds the output of several containers side by side. */
function streamName(event: LogEvent, { layers }: Passed): string {
  const stream = event.stream !== null && STREAMS.has(event.stream) ? event.stream : '';
  return layers[0]?.interleaved === true ? `${stream} ${event.pod ?? ''} ${event.container ?? ''}` : stream;
}

function startsBlank(content: string): boolean {
  const first = content.charCodeAt(0);
  return Number.isNaN(first) || first === 0x20 || first === 0x09;
}
