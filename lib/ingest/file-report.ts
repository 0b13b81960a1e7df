import type { LogEvent, LogType } from '@/lib/events';
import type { FileRow } from '@/lib/store/write';
import { ownText } from './own-text';

const EXAMPLES_MAX = 5;
const EXAMPLE_CHARACTERS_MAX = 500;
/** Of its lines, from which on what could be read gives a file its name. */
const READ_SHARE_MIN = 0.25;

/** The counts of a file so far, as a checkpoint keeps them. */
export interface FileCounts {
  events: number;
  /** Lines that events own. */
  lines: number;
  /** Lines counted in the bytes: the same number, unless one was lost. */
  linesRead: number;
  unparsed: number;
  plain: number;
  examples: { line: number; text: string; reason: string }[];
  from: number | null;
  to: number | null;
  timeGuess: number;
  /** Lines by format, envelope first. */
  formats: Record<string, number>;
  /** Events by type. */
  types: Record<string, number>;
  /** Events by what decided their type. */
  typeOrigins: Record<string, number>;
  /** Where what was missing from their times came from: bits of `TIME_ORIGIN`. */
  timeOrigins: number;
}

export function noCounts(): FileCounts {
  return {
    events: 0,
    lines: 0,
    linesRead: 0,
    unparsed: 0,
    plain: 0,
    examples: [],
    from: null,
    to: null,
    timeGuess: 0,
    formats: {},
    types: {},
    typeOrigins: {},
    timeOrigins: 0,
  };
}

/** The last answer of `layersOf`: neighbours tend to be alike, and joining two texts anew for each event is dear. */
const last = { envelope: '', format: '', layers: '' };

/** All formats of an event, outermost first. */
function layersOf(envelope: string | null, format: string): string {
  if (envelope === null) return format;
  if (last.envelope !== envelope || last.format !== format) {
    last.envelope = envelope;
    last.format = format;
    last.layers = `${envelope}/${format}`;
  }
  return last.layers;
}

/** Counts one event; `plain` says that no format read its innermost content. */
export function countEvent(
  counts: FileCounts,
  event: LogEvent,
  type: LogType,
  line: number,
  lines: number,
  plain: boolean,
): void {
  counts.events += 1;
  counts.lines += lines;
  if (plain) counts.plain += lines;
  const format = layersOf(event.envelope, event.format ?? 'plain');
  counts.formats[format] = (counts.formats[format] ?? 0) + Math.max(lines, 1);
  // Comments and broken lines say nothing about what a file is.
  if (event.unparsed === null || counts.types[type] === undefined) counts.types[type] = (counts.types[type] ?? 0) + 1;
  const origin = event.typeOrigin ?? 'nothing';
  counts.typeOrigins[origin] = (counts.typeOrigins[origin] ?? 0) + 1;
  if (event.time !== null) {
    if (counts.from === null || event.time < counts.from) counts.from = event.time;
    if (counts.to === null || event.time > counts.to) counts.to = event.time;
    counts.timeGuess |= event.timeGuess;
  }
  if (event.unparsed === null) return;
  counts.unparsed += lines;
  if (counts.examples.length < EXAMPLES_MAX) {
    counts.examples.push({
      line,
      text: ownText(event.message.slice(0, EXAMPLE_CHARACTERS_MAX)),
      reason: event.unparsed,
    });
  }
}

/** The part of a file's row that its counts fill. */
export function countsRow(
  counts: FileCounts,
): Pick<
  FileRow,
  | 'events'
  | 'lines'
  | 'linesRead'
  | 'unparsed'
  | 'plain'
  | 'examples'
  | 'from'
  | 'to'
  | 'timeGuess'
  | 'format'
  | 'type'
  | 'detection'
> {
  const { formats, types, typeOrigins, timeOrigins, ...rest } = counts;
  const detection = counts.events === 0 ? null : { formats: commonestFirst(formats), types, typeOrigins, timeOrigins };
  return { ...rest, format: formatOf(formats), type: commonest(types), detection };
}

/** A hostile file could have any mixture of envelopes. */
const FORMATS_MAX = 24;

function commonestFirst(counts: Record<string, number>): Record<string, number> {
  const sorted = Object.entries(counts).sort(([, one], [, other]) => other - one);
  return Object.fromEntries(sorted.slice(0, FORMATS_MAX));
}

/** A file is called by the format that reads it, also where comments and blank lines are many. */
function formatOf(formats: Record<string, number>): string | null {
  const { plain = 0, ...read } = formats;
  const lines = Object.values(read).reduce((sum, count) => sum + count, 0);
  return commonest(lines >= (lines + plain) * READ_SHARE_MIN ? read : formats);
}

function commonest(counts: Record<string, number>): string | null {
  let best: string | null = null;
  for (const name of Object.keys(counts)) {
    if (best === null || (counts[name] ?? 0) > (counts[best] ?? 0)) best = name;
  }
  return best;
}
