import type { RowsDigest } from '@/lib/columns';
import type { FacetsAnswer } from '@/lib/interface';
import type { Grid, GroupStep } from '@/lib/query';
import type { Breakdown } from './breakdown';
import type { EventGroups, WantedGroups } from './event-groups';
import type { EventCursor, EventOrder } from './event-order';
import type { EventRow } from './event-rows';
import type { SegmentSpan } from './segment-span';

export type Facet = FacetsAnswer['fields'][string];

/** How many events have each value of a field, as SQL's text of it. */
export interface ValueTally {
  readonly counts: ReadonlyMap<string, number>;
}

export type ValueTallyAnswer = ValueTally | 'too-many';

/** A row with the value that it is sorted by. */
export type KeyedRow = EventRow & { readonly cursor_key: string | null };

export interface TimeExtent {
  /** First and last time, both inclusive, in microseconds; null when no event has a time. */
  readonly first: number | null;
  readonly last: number | null;
  /** Events without a time. */
  readonly untimed: number;
}

/** How many events with a time are in a bucket of a grid, and of which value; null: of no value, or of none that was named. */
export interface BucketCount {
  /** The bucket's place in the grid. */
  readonly bucket: number;
  readonly value: string | null;
  readonly count: number;
}

/** A breakdown with the values to be told apart, as SQL's text of them. */
export interface Split {
  readonly by: Breakdown;
  readonly values: readonly string[];
}

/** Which events of a segment match. */
export interface SegmentDigest {
  readonly segment: number;
  /** Of those with a number below the bound of the segment, and of all others. */
  readonly below: RowsDigest;
  readonly others: RowsDigest;
}

/** The events that a question is about. What answers may differ, the answers do not: all are exact. */
export interface Matching {
  count(): Promise<number>;
  extent(): Promise<TimeExtent>;
  /** Counts on a grid; times outside it are left out. */
  buckets(grid: Grid, split: Split | null): Promise<readonly BucketCount[]>;
  /** For each field its commonest values, ties in the order of the text's code points. */
  facets(fields: readonly Breakdown[], limit: number): Promise<Facet[]>;
  /** The segments that may hold such events. */
  segments(): Promise<readonly SegmentSpan[]>;
  /** Digests of the segments that have such events; `bounds` tells lower numbers of events apart, left out is 0. */
  digests(bounds: ReadonlyMap<number, number>): Promise<readonly SegmentDigest[]>;
  /** For each field how many events have each value; `too-many` when there are more than `most` values. */
  tallies(fields: readonly Breakdown[], most: number): Promise<ValueTallyAnswer[]>;
  /**
   * The events grouped, as a step says whose timeline has its width; null when they must be grouped by SQL. `from`: the
   * beginning of the range in milliseconds, for groups that must not be older. `wanted`: the groups that are enough; null = all.
   */
  groups(step: GroupStep, from: number | null, wanted: WantedGroups | null): Promise<EventGroups | null>;
  /** For each value of a field one of the events that has it, in any order. */
  examples(field: Breakdown, values: readonly string[]): Promise<EventRow[]>;
  /** A page behind a cursor; events without a value to sort by come last. */
  page(order: EventOrder, cursor: EventCursor | null, limit: number): Promise<KeyedRow[]>;
}
