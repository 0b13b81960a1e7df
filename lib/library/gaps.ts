/** What the data does not show of what somebody looks for, a sentence each. */
export interface Gaps {
  /** What keeps all of it out: whoever looks finds nothing, whatever happened. */
  readonly missing: readonly string[];
  /** What keeps a part of it out: something may stay hidden. None where all of it is out. */
  readonly limits: readonly string[];
}

export const NO_GAPS: Gaps = { missing: [], limits: [] };
