import type { ColumnValue } from '@/lib/columns';
import type { LogType } from '@/lib/events';

/** A part of what a tally counts by. */
export interface KeyPart {
  /** A name of a column: of a field of the catalogue, `type`, `severity`, `file`, or an attribute's by `attributeColumn`. */
  readonly field: string;
  /**
   * What is counted of a value, such as the workload of a pod; null leaves the event out. Left out = the value itself.
   * Called once for each value of a segment, so it may take its time; must depend on the value alone.
   */
  readonly as?: (value: ColumnValue) => string | null;
  /** What is counted of an event that has no value here, or whose value counts as nothing: the address where no pod is told. */
  readonly orElse?: Pick<KeyPart, 'field' | 'as'>;
  /** Events without a value, or in a segment that has no column of it, are counted under an empty text; else they are left out. */
  readonly optional?: true;
}

/** What an event must have to be counted. */
export interface Condition {
  readonly field: string;
  /** Called once for each value of a segment, and once with null for events that have none. */
  readonly test: (value: ColumnValue | null) => boolean;
}

/**
 * What is counted of each segment while it is written: how many events there were by key and time. Detectors know the events by
 * their tallies alone, so that no event is looked at a second time, however much history there is.
 */
export interface Tally {
  /** Unique, kebab-case; tallies are stored under it. */
  readonly name: string;
  /** One more whenever it counts otherwise than before: stored ones of another version are made again. */
  readonly version: number;
  /** Events of other types are not counted. */
  readonly types: readonly LogType[];
  readonly where: readonly Condition[];
  readonly by: readonly KeyPart[];
  /** The width of a bucket of time, in seconds; buckets are counted from 1970. */
  readonly bucketSeconds: number;
  /** A field of numbers that is added up beside the count. */
  readonly sum?: string;
}

/** What was counted for one key. */
export interface TallyRow {
  /** In the order of the tally's `by`. */
  readonly key: readonly string[];
  /** The buckets that have events, in order of time; one begins `bucket * bucketSeconds` after 1970. */
  readonly buckets: Uint32Array;
  /** For each of the buckets, how many events. */
  readonly counts: Uint32Array;
  /** For each of the buckets, what the tally adds up; empty where it adds nothing up. */
  readonly sums: Float64Array;
  /** The times of the first and the last event, in microseconds since 1970. */
  readonly first: number;
  readonly last: number;
}

/** What was counted of one segment, or of all. Events without a time are counted nowhere. */
export interface Tallied {
  readonly rows: readonly TallyRow[];
  /** Events that were left out because there were too many keys, or because their values have no column: what is said must say so. */
  readonly leftOut: number;
}
