import { LogEvent, TIME_GUESS } from '@/lib/events';
import { Clock, plainText, ReadContext } from '@/lib/formats';
import type { Corrections } from '@/lib/interface';
import { NOWHERE } from '@/lib/layouts';
import type { Hints, ReceivedRecord } from '@/lib/receivers';
import type { Unit, UnitEvent } from '@/lib/store/write';
import { forcedBy } from './forced-by';
import { label, type Passed, Passes, parseObject } from './passes';
import { placeEvent } from './place';
import { OpenRecord } from './record';
import { unparsedReason } from './unparsed';

/**
 * Makes events of records that were pushed, each by itself: nothing continues one that is over, since it is acknowledged.
 * One for each stream, as it remembers which format read the last record.
 */
export class RecordUnits {
  private readonly passes = new Passes();

  /** `received`: in microseconds; what has no time of its own came then. `corrections`: a person's word on the stream. */
  unit(record: ReceivedRecord, received: number, corrections: Corrections): Unit {
    const raw = Buffer.from(`${record.text}\n`);
    const lines = 1 + countNewlines(record.text);
    const events: UnitEvent[] = [];
    const context = contextAt(received, corrections);
    const take = (event: LogEvent, passed: Passed, below: string | null) => {
      const first = events.length === 0;
      const piece = { block: 0, offset: 0, length: raw.length, lines: first ? lines : 0 };
      const open = new OpenRecord(event, 0, 0, piece, passed.layers, event.message);
      describe(event, passed, record.hints, context);
      if (below !== null) open.append({ ...piece, offset: raw.length, length: 0, lines: 0 }, below);
      open.close();
      timeEvent(event, received, corrections);
      events.push(unitEvent(event, { offset: 0, length: raw.length, lines: piece.lines, plain: passed.rest !== null }));
    };
    this.read(plainText(record.text), record.hints, context, take);
    return { raw, lines, events };
  }

  private read(
    text: string,
    hints: Hints | null,
    context: ReadContext,
    take: (event: LogEvent, passed: Passed, below: string | null) => void,
  ): void {
    const event = new LogEvent();
    event.stream = hints?.stream ?? null;
    const newline = text.indexOf('\n');
    const object = newline === -1 || !text.trimStart().startsWith('{') ? null : parseObject(text);
    const isCut = newline !== -1 && object === null;
    const head = isCut ? text.slice(0, newline) : text;
    const outer = this.passes.attempt(object ?? head, head, event, context);
    this.passes.spread(outer, event, context, (own, passed) =>
      take(own, passed, isCut ? text.slice(newline + 1).trimEnd() : null),
    );
  }
}

/** What a format may know of a record that came alone. */
export function contextAt(received: number, corrections: Corrections, path = ''): ReadContext {
  const clock = new Clock({ modified: null, zoneMinutes: corrections.zoneMinutes, year: null, now: received });
  return new ReadContext(clock, path, forcedBy(corrections));
}

/** An event that knows no time is as old as its arrival; others were told by a clock that may have been wrong. */
export function timeEvent(event: LogEvent, received: number, { skewSeconds }: Pick<Corrections, 'skewSeconds'>): void {
  if (event.time === null) {
    event.time = received;
    event.timeGuess = TIME_GUESS.neighbour;
  } else {
    event.time -= (skewSeconds ?? 0) * 1_000_000;
  }
}

export function unitEvent(
  event: LogEvent,
  place: Pick<UnitEvent, 'offset' | 'length' | 'lines' | 'plain'> & Partial<Pick<UnitEvent, 'line' | 'spans'>>,
): UnitEvent {
  return { event, type: event.type ?? 'application', line: 0, spans: null, ...place };
}

function describe(event: LogEvent, passed: Passed, hints: Hints | null, context: ReadContext): void {
  event.type = label(event, passed.layers, passed.rest);
  if (passed.layers.length === 0) event.unparsed ??= unparsedReason(event.message, context.forced);
  placeEvent(event, { ...NOWHERE, ...hints?.place }, context);
  if (hints === null) return;
  // A shipper knows the moment; a record that names no year or no zone leaves it to guesses.
  if (hints.time !== null && (event.time === null || event.timeGuess !== 0)) {
    event.time = hints.time;
    event.timeGuess = 0;
  }
  event.severity ??= hints.severity;
  for (const [name, value] of Object.entries(hints.attributes)) {
    if (event.attributes?.[name] === undefined) event.setAttribute(name, value);
  }
}

function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
