import type { Cell } from '@/lib/query';

/** Groups that are enough: those with the most of a figure, or the least, and all that have as much as the last of them. */
export interface WantedGroups {
  /** The place of the figure. */
  readonly figure: number;
  readonly descending: boolean;
  readonly count: number;
}

/** Groups of events, with what their rows are made from. */
export interface EventGroups {
  /** Those at hand: all, or at least the ones that were wanted. */
  readonly size: number;
  /** How many there are in all. */
  readonly total: number;
  /** The row of a group: the beginning of its stretch of time, its values, its figures. */
  row(group: number): Cell[];
  /** A figure of every group as a number to sort by, minus infinity for none; null when it is no number. */
  figure(place: number): Float64Array | null;
}
