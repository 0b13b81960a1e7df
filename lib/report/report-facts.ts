import type { LogType } from '@/lib/events';
import type { HuntAnswer, ProofComparison } from '@/lib/interface';

/** Everything that a report says. Whoever makes one gathers these; what becomes of them knows no store and no clock. */
export interface ReportFacts {
  readonly hunt: HuntAnswer;
  /** Where the hunt is: an absolute address. */
  readonly address: string;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly madeBy: string;
  /** The IANA name of the time zone that times are shown in, beside UTC. */
  readonly zone: string;
  /** Of Trackway. */
  readonly version: string;
  /** What each query step finds now, by the id of the step. */
  readonly queries: ReadonlyMap<string, QueryFacts>;
  /** What was remembered of each query step that has a proof, held against today, by the id of the step. */
  readonly proofs: ReadonlyMap<string, ProofFacts>;
  /** Null where there are no times to draw. */
  readonly timeline: TimelineFacts | null;
  readonly sources: readonly SourceFacts[];
  /** How many sources with events in the range are left out. */
  readonly moreSources: number;
}

/** What a query finds at a moment, or why it could not be asked. */
export type QueryFacts = CountedFacts | { readonly problem: string };

/** A proof and what its question returns now, or why that cannot be told. */
export type ProofFacts = ProofComparison | { readonly problem: string };

export interface CountedFacts {
  /** Exact. Of a query with steps: the events that its first counting step works on. */
  readonly count: number;
  /** ISO 8601. */
  readonly at: string;
  /** The ends of the range as they are at that moment; null = open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly table: TableFacts;
}

export type Cell = string | number | null;

export interface TableFacts {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** How many rows there are in all. */
  readonly total: number;
}

/** Counts of all events of each type on a grid of `interval` milliseconds from `from` to `to`. Exact. */
export interface TimelineFacts {
  readonly from: string;
  readonly to: string;
  readonly interval: number;
  readonly buckets: readonly { readonly time: string; readonly counts: Partial<Record<LogType, number>> }[];
  /** Events without a time, which are in no bucket. */
  readonly untimed: number;
}

export interface SourceFacts {
  readonly id: string;
  readonly name: string;
  /** Null of a source that is not stored (any more): what is known of it is in the copies of evidence. */
  readonly stored: {
    readonly kind: 'upload' | 'stream';
    readonly bytes: number;
    readonly events: number;
    /** ISO 8601: when it came. */
    readonly createdAt: string;
    /** Of the bytes that were uploaded, in hex; null of a stream. */
    readonly sha256: string | null;
    /** How many files it has; `files` may be fewer. */
    readonly fileCount: number;
  } | null;
  readonly files: readonly FileFacts[];
}

export interface FileFacts {
  readonly path: string;
  /** Null where it is not known. */
  readonly bytes: number | null;
  readonly events: number | null;
  /** Of the file's original bytes, in hex; null while they are not known. */
  readonly sha256: string | null;
}
