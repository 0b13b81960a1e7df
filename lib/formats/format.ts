import type { LogEvent, LogType } from '@/lib/events';
import type { ReadContext } from './read-context';

/** A JSON value as `JSON.parse` gives it. Hostile: any shape, any depth up to the reader's limit. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/**
 * What a format says of a record:
 * - `NOT_MINE`: it is not in this format; the event is untouched.
 * - `READ`: it is, and the event is filled in.
 * - a text or an object: it was an envelope; the event has what the envelope told, and this is the content for the next pass.
 * - `Several`: an envelope of several records; each becomes an event of its own, with what the envelope told.
 */
export type Reading = typeof NOT_MINE | typeof READ | string | JsonObject | Several;

/** The contents of an envelope that holds several records: flow tuples, a batch on one line. Their order is kept. */
export class Several {
  constructor(readonly contents: readonly (string | JsonObject)[]) {}
}

export const NOT_MINE = false;
export const READ = true;

/** A case that is a test and a line of the help page at once. */
export interface FormatExample {
  /** The record as it stands in the file. */
  readonly text: string;
  /** What becomes of it: properties of the event, by name; only those named are compared. Null: the format must refuse it. */
  readonly event: Readonly<Record<string, unknown>> | null;
  /** What an envelope told before: properties of the event. For formats that read only what a certain program wrote. */
  readonly told?: Readonly<Partial<Pick<LogEvent, 'component' | 'severity'>>>;
  /** Lines of the same file before it, where they matter (a header, say). */
  readonly before?: readonly string[];
  /** The content handed on, for an envelope. */
  readonly content?: string;
  /** The contents handed on, for an envelope of several records. */
  readonly contents?: readonly string[];
}

interface FormatBase {
  /** The name in `format:` queries and reports: lower case, dashes. */
  readonly name: string;
  readonly title: string;
  /** What writes it and what is special about it; one or two sentences for the help page. */
  readonly about: string;
  /** Where the grammar is written down. */
  readonly source: string;
  /** The type that this format alone implies; null where the place of the file decides. */
  readonly type: LogType | null;
  /** True when content is expected inside, to be read by a second pass. */
  readonly envelope?: boolean;
  /** True for an envelope whose lines come from several containers side by side; each continues its own records only. */
  readonly interleaved?: boolean;
  /**
   * True when every record of this format opens with an unmistakable header, so that a line that no format reads, right
   * after such a record, continues it (stack traces, dumped bodies).
   */
  readonly headed?: boolean;
  /**
   * True when it takes a broad shape that more specific formats share. Such a format never goes before its place in the
   * registry, even when it read the previous record: one odd line must not turn the rest of a file over to it.
   */
  readonly generic?: boolean;
  /** True when its records may also continue a record of another format, by their shape: an exception below what logged it. */
  readonly mayContinue?: boolean;
  /**
   * Asked about each line behind a record of this format, even one that could be read by itself: the second line of a head,
   * or what a server adds to a message under the same head. It may fill in the event; it answers the text to put below the
   * message (empty for none), or null for a line that is not of this record. It must refuse early.
   */
  takeLine?(line: string, event: LogEvent): string | null;
  /**
   * For records that are one event although others stand between them: puts what a further record says into the event that
   * the first one opened. Records belong together when `LogEvent.joinKey` is the same.
   */
  join?(whole: LogEvent, part: LogEvent): void;
  /**
   * Called when further lines were given to a record of this format and are in its message by now: reads what began on its
   * first line and ended on a later one.
   */
  readonly complete?: (event: LogEvent) => void;
  /** False for a record that has the key of the event but is of the next one: the event is complete without it. */
  belongs?(whole: LogEvent, part: LogEvent): boolean;
  readonly examples: readonly FormatExample[];
}

/** A format read from text. `read` must take linear time on any input and refuse early: it is asked about foreign lines. */
export interface TextFormat extends FormatBase {
  readonly reads: 'text';
  /**
   * The ASCII letters with which its records open, if it can tell: most lines are then refused without asking it. It must
   * refuse all others itself. Left out: any.
   */
  readonly opensWith?: string;
  /** True when each of its records holds a colon, which a clock does; it must refuse all others itself. */
  readonly needsColon?: boolean;
  /** True when it reads only what a program wrote that an envelope named; it must refuse all else itself. */
  readonly ofProgram?: boolean;
  read(text: string, event: LogEvent, context: ReadContext): Reading;
}

/** A format read from a JSON object, parsed once and offered to each of these in order. */
export interface ObjectFormat extends FormatBase {
  readonly reads: 'object';
  read(object: JsonObject, event: LogEvent, context: ReadContext): Reading;
}

export type Format = TextFormat | ObjectFormat;
