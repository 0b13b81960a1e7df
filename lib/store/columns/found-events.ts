import { allBits, type Bits } from '@/lib/columns';
import type { Reader } from '../read-only';
import type { ColumnEngine } from './column-engine';
import type { SegmentRows } from './segment-rows';

/** The events that a question is about, found in columns, and what is needed to tell more of them. */
export interface FoundEvents {
  readonly engine: ColumnEngine;
  readonly reader: Reader;
  /** Segments that have any. */
  readonly rows: readonly SegmentRows[];
  readonly signal: AbortSignal | undefined;
}

/** The events of a segment as bits, also when all of them are meant. */
export function bitsOf({ segment, bits }: SegmentRows): Bits {
  return bits ?? allBits(segment.numbers);
}
