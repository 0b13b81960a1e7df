import type { LogType } from '@/lib/events';

/** An event that rules found, or a correlation that came true, as a correlation sees it. */
export interface CorrelationEvent {
  /** The rules that found it, each by the reference under which a correlation names it. */
  readonly rules: readonly string[];
  /** Microseconds since 1970-01-01T00:00:00Z. */
  readonly time: number;
  readonly id: string;
  readonly type: LogType;
  /** The value of a field by its name in Sigma; null when it has none. */
  field(name: string): string | null;
}

/** A correlation that came true for a group. */
export interface CorrelationMatch {
  /** The values of the fields that it groups by, in their order. */
  readonly group: readonly string[];
  /** First and last time of what counted, in microseconds. */
  readonly from: number;
  readonly to: number;
  /** The figure that kept the condition's bounds. */
  readonly figure: number;
  /** Ids of the latest events that counted, oldest first; at most a hundred. */
  readonly events: readonly string[];
  /** The event that made it true, for fields that it does not group by. */
  readonly last: CorrelationEvent;
}
