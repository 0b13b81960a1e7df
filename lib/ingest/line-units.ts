import { plainText, type ReadContext } from '@/lib/formats';
import type { Corrections } from '@/lib/interface';
import { identify } from '@/lib/layouts';
import type { Unit, UnitEvent } from '@/lib/store/write';
import { textDecoder } from './block-text';
import type { EventSink } from './event-sink';
import { Joiner } from './joiner';
import { LineReader } from './line-reader';
import type { OpenRecord } from './record';
import { contextAt, timeEvent, unitEvent } from './record-units';

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * Makes events of lines as the reader of files does: split records are joined, stack traces belong to what they follow. What
 * goes on in the next piece of the stream is another event, since this piece is acknowledged before that comes.
 */
export class LineUnits {
  private readonly found: OpenRecord[] = [];
  private readonly context: ReadContext;
  private readonly lines: LineReader;
  private readonly notes = new Set<string>();

  /** `path`: what a person calls the stream, which may tell where its lines come from. */
  constructor(
    path: string,
    received: number,
    private readonly corrections: Corrections,
  ) {
    this.context = contextAt(received, corrections, path);
    const sink: EventSink = {
      reserve: () => 0,
      unreserve: () => undefined,
      event: (record) => void this.found.push(record),
    };
    this.lines = new LineReader(sink, new Joiner(sink), this.context, identify(path));
  }

  /** `raw`: whole lines, the last one perhaps without its end. `received` as for records. */
  unit(raw: Buffer, received: number): Unit {
    const textOf = textDecoder(raw, this.notes);
    this.notes.clear();
    let line = 0;
    for (let start = 0; start < raw.length; line += 1) {
      const newline = raw.indexOf(NEWLINE, start);
      const end = newline === -1 ? raw.length : newline;
      const next = newline === -1 ? raw.length : newline + 1;
      const text = textOf(start, end > start && raw[end - 1] === RETURN ? end - 1 : end);
      this.lines.line(plainText(text), { block: 0, offset: start, length: next - start, lines: 1 }, line);
      start = next;
    }
    this.lines.flush();
    const events = this.found.splice(0).map((record) => eventOf(record, received, this.corrections));
    return { raw, lines: line, events };
  }
}

function eventOf(record: OpenRecord, received: number, corrections: Corrections): UnitEvent {
  const { event, offset, length, lines, line, spans, plain } = record;
  timeEvent(event, received, corrections);
  return unitEvent(event, { offset, length, lines, line, spans, plain });
}
