import type { LogType } from '@/lib/events';
import type { Tallied, Tally } from './tally';

/** The first and last time of some events, in microseconds since 1970, and how much lies between. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
  /** The hours since 1970 in which there are any, in order: what lies in between was not seen. */
  readonly hours: Uint32Array;
}

/** What a detector knows. */
export interface History {
  /** What was counted of all segments together; throws for a tally that the detector does not name. */
  tallied(tally: Tally): Tallied;
  /** Of the events of a type that have a time; null while there are none. */
  span(type: LogType): TimeSpan | null;
}
