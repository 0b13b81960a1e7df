import type { Corrections } from '@/lib/interface';
import type { SegmentWriter } from '@/lib/store/write';

/** What is known of a file before its first record. Times are microseconds since the epoch. */
export interface FileTold {
  /** When it was last written; null when nothing says. */
  readonly modified: number | null;
  /** When its upload began: the last resort for the year. */
  readonly now: number;
  readonly corrections: Corrections;
}

/** As much of a segment as reading needs. */
export type SegmentSink = Pick<SegmentWriter, 'full' | 'openBlock' | 'sealBlock' | 'reserve' | 'unreserve' | 'write'>;

/** Gives the segment to write to, which changes when one is full. */
export interface SegmentSource {
  current(): SegmentSink;
  /** Called after each block, outside of any record: may commit the segment if `mayCut`. */
  blockDone(mayCut: boolean): Promise<void>;
}
