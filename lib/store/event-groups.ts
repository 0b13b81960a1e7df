import type { Cell } from '@/lib/query';

/** Groups of events, with what their rows are made from. */
export interface EventGroups {
  readonly size: number;
  /** The row of a group: the beginning of its stretch of time, its values, its figures. */
  row(group: number): Cell[];
  /** A figure of every group as a number to sort by, minus infinity for none; null when it is no number. */
  figure(place: number): Float64Array | null;
}
