import type { LogEvent, LogType } from '@/lib/events';
import type { Corrections } from '@/lib/interface';
import type { FileRow } from './file-rows';

/** An event and where its original stands in its unit. */
export interface UnitEvent {
  readonly event: LogEvent;
  readonly type: LogType;
  /** Its first line among those of the unit, from 0. */
  readonly line: number;
  readonly lines: number;
  readonly offset: number;
  readonly length: number;
  /** Further pieces as (0, offset, length) triples; null when the original is one run of bytes. */
  readonly spans: readonly number[] | null;
  /** True when no format read its innermost content. */
  readonly plain: boolean;
}

/** Whole lines that stay together in one block, with the events in them. */
export interface Unit {
  readonly raw: Buffer;
  readonly lines: number;
  readonly events: readonly UnitEvent[];
}

/** What a sender pushed to a stream at once: it is stored as a whole or not at all. */
export interface StreamBatch {
  /** The id of the stream. */
  readonly source: string;
  /** SHA-256 of its unpacked bytes; null where the same bytes twice are two batches. */
  readonly digest: Buffer | null;
  /** Names that its sender gave to records, as bytes: what was stored under one of them is not stored again. */
  readonly keys: readonly Buffer[];
  /**
   * What is to be stored; called once, while it is stored, and again should that fail. `known`: keys as hexadecimal text.
   * `corrections`: a person's word on the stream, as it is then.
   */
  units(known: ReadonlySet<string>, corrections: Corrections): Iterable<Unit>;
}

/**
 * What became of a batch: `stored` also when all of its records were known; `repeated`: the same batch was stored before;
 * `gone`: there is no such stream any more; `locked`: somebody is deleting it just now.
 */
export type BatchOutcome =
  | { readonly kind: 'stored'; readonly events: number; readonly known: ReadonlySet<string> }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'gone' | 'locked' };

/** What whoever makes events counts of a file. */
export type TallyRow = Omit<
  FileRow,
  | 'id'
  | 'sourceId'
  | 'path'
  | 'state'
  | 'bytes'
  | 'sha256'
  | 'duplicateOf'
  | 'note'
  | 'error'
  | 'checkpoint'
  | 'modified'
  | 'readWith'
>;

/** Counts the events of a file as whoever made them wants them reported. */
export interface Tally {
  /** `line`: in the file, from 1. */
  count(event: UnitEvent, line: number): void;
  countLines(lines: number): void;
  row(): TallyRow;
  /** What `MakeTally` goes on from: JSON. */
  memory(): unknown;
}

/** Begins to count, or goes on from what `memory` gave. */
export type MakeTally = (memory: unknown) => Tally;
