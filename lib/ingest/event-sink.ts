import type { OpenRecord } from './record';

/** Where readers put what they read: one file's part of a segment. */
export interface EventSink {
  /** The number of the next event, which opens in this block. */
  reserve(block: number): number;
  /** Takes back the last number: its record moves to the next block. */
  unreserve(block: number): void;
  /** Takes a complete record. */
  event(record: OpenRecord): void;
}
