import { LogEvent, type LogType } from '@/lib/events';
import type { MakeTally, StreamBatch, Unit } from './write/stream-batch';

/** Counts nothing: for tests that do not ask what a file holds. Fixture of the database tests. */
export const noTally: MakeTally = () => ({
  count: () => undefined,
  countLines: () => undefined,
  row: () => ({
    ...{ format: null, type: null, events: 0, lines: 0, linesRead: 0, unparsed: 0, plain: 0, examples: [] },
    ...{ from: null, to: null, timeGuess: 0, detection: null },
  }),
  memory: () => null,
});

export function batchOf(source: string, units: readonly Unit[]): StreamBatch {
  return { source, digest: null, keys: [], units: () => units };
}

/** A record of one event. */
export function unitOf(text: string, type: LogType, fill: (event: LogEvent) => void): Unit {
  const raw = Buffer.from(`${text}\n`);
  const event = new LogEvent();
  event.format = 'plain';
  event.message = text;
  fill(event);
  const place = { line: 0, lines: 1, offset: 0, length: raw.length - 1, spans: null, plain: false };
  return { raw, lines: 1, events: [{ event, type, ...place }] };
}
