import type { LogType } from '@/lib/events';
import type { Clock } from './clock';
import type { Format } from './format';

/** Whose output the following lines are, as a banner inside the file says (`kubectl cluster-info dump`), or a prefix. */
export interface Scope {
  /** Null where only pod and container are told. */
  readonly namespace: string | null;
  readonly pod: string;
  readonly container: string;
  /** True for the banner that ends it: what follows is nobody's. */
  readonly ends?: boolean | undefined;
}

/** What a person decided about a file instead of leaving it to detection. */
export interface Forced {
  /** The one format whose records are in it, envelopes apart; `plain` = no format at all; null = nobody said. */
  readonly format: Format | 'plain' | null;
  readonly type: LogType | null;
}

export const NOTHING_FORCED: Forced = { format: null, type: null };

/**
 * What a format may know and remember besides the record itself. One per file and stream, so formats stay pure functions
 * of (record, context).
 */
export class ReadContext {
  /** Set by an envelope whose record goes on in the next one of the same stream (CRI `P`, a docker record without newline). */
  partial = false;
  /** What a header line of this file told, by format name: AWS VPC flow's column order, say. */
  readonly headers = new Map<string, readonly string[]>();
  /** Set by a banner, for the lines up to the next one; the reader lays it over what the path tells. */
  scope: Scope | null = null;

  constructor(
    /** Resolves times that name no year or no zone. */
    readonly clock: Clock,
    /** The path of the file inside its source; a label, never a path to open. */
    readonly path: string,
    readonly forced: Forced = NOTHING_FORCED,
  ) {}
}
