import type { LogEvent, LogType } from '@/lib/events';
import { NO_CORRECTIONS } from '@/lib/interface';
import type { SegmentWriter } from '@/lib/store/write';
import { FileReader } from './file-reader';
import type { FileCounts } from './file-report';
import type { OpenRecord } from './record';

/** When the files of tests were last written, in microseconds: in the autumn of 2025. */
const MODIFIED = Date.UTC(2025, 10, 21) * 1000;

export type FileEvent = LogEvent & { readonly type: LogType; readonly line: number; readonly lines: number };

/** Reads a file as the reader process would, without a database: its events in order, and its counts. For tests. */
export async function readFileText(
  path: string,
  text: string | Buffer,
): Promise<{ events: FileEvent[]; counts: FileCounts }> {
  const bytes = Buffer.from(text);
  const written: [number, FileEvent][] = [];
  let numbers = 0;
  let blocks = 0;
  const segment = {
    full: false,
    reserve: () => numbers++,
    unreserve: () => numbers--,
    openBlock: () => blocks++,
    sealBlock: () => undefined,
    write: (event: LogEvent, type: LogType, place: ReturnType<OpenRecord['placeIn']>) =>
      written.push([place.n, Object.assign(event, { type, line: place.line, lines: place.lines })]),
  };
  const told = { modified: MODIFIED, now: MODIFIED, corrections: NO_CORRECTIONS };
  const reader = new FileReader(1, path, told, {
    // A real writer needs a connection; the reader calls no more of it than this.
    current: () => segment as unknown as SegmentWriter,
    blockDone: () => Promise.resolve(),
  });
  await reader.read(
    (async function* () {
      yield await Promise.resolve(bytes);
    })(),
  );
  written.sort(([one], [other]) => one - other);
  return { events: written.map(([, event]) => event), counts: reader.counts };
}
