import type { Bits } from '@/lib/columns';
import type { SegmentSpan } from '../segment-span';

/** The events of one segment that a question is about; at least one. */
export interface SegmentRows {
  readonly segment: SegmentSpan;
  /** Null: all of them. */
  readonly bits: Bits | null;
  readonly count: number;
}
