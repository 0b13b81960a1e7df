import type { Cell } from '@/lib/query';

/** Groups of events, with what their rows are made from. */
export interface EventGroups {
  readonly size: number;
  /** The row of a group: the beginning of its stretch of time, its values, its figures. */
  row(group: number): Cell[];
  /** A figure of every group where it is a number; null when it is not one for all. */
  figure(place: number): Float64Array | null;
}
