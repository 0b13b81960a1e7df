import type { LogType } from '@/lib/events';

/**
 * Events of one type that a rule found, that are about the same and within the same hour. Times are microseconds since 1970,
 * both inclusive.
 */
export interface RuleHit {
  /**
   * The values of the rule's `by`, in their order, null where the events have none. Null as a whole: there were too many
   * different ones, and these events were not told apart.
   */
  readonly key: readonly (string | null)[] | null;
  readonly type: LogType;
  readonly from: number;
  readonly to: number;
  readonly events: number;
  /** Whether these are events without a time; theirs is then when they were stored. */
  readonly untimed: boolean;
}

/**
 * Hits of a rule about the same, so far from each other at most, are one finding: somebody who tries, waits and tries again is one
 * story, and the next day is another. Also the width of the stretches of time by which hits are stored: two events in one are
 * never further from each other.
 */
export const NEAR_MICROS = 3600e6;

/** Beginning of the stretch of time in which a time lies. */
export function stretchOf(micros: number): number {
  return Math.floor(micros / NEAR_MICROS) * NEAR_MICROS;
}

/** A value as keys hold it: an empty text is no value, as in queries. */
export function keyText(value: string | number | boolean | null): string | null {
  return value === null || value === '' ? null : String(value);
}
