/** A segment as far as questions must know it. */
export interface SegmentSpan {
  readonly id: number;
  readonly events: number;
  /** Event numbers given out: more than events where a file was taken out to be read again. */
  readonly numbers: number;
  /** Whether its columns are stored. */
  readonly columns: boolean;
  /** Whether they are made in memory meanwhile: a stream appends to it, or did a moment ago. */
  readonly grows: boolean;
  /** The first and last time of its events in microseconds; null when none has one. */
  readonly first: number | null;
  readonly last: number | null;
}

/**
 * Names what a segment holds: it only ever loses events, or only ever gains some, so its number and their count say that.
 * Columns made in memory may number their values otherwise than stored ones.
 */
export function segmentVersion({ id, events, grows }: SegmentSpan): string {
  return grows ? `${id} ${events} grows` : `${id} ${events}`;
}
