import { sql } from '@/lib/query';
import { columnEngine } from '../columns/column-engine';
import { KeptValues } from '../columns/kept-values';
import type { Reader } from '../read-only';
import { type SegmentSpan, segmentVersion } from '../segment-span';
import { micros, numberOf } from '../times';

/** The part of an event's original that lies in one block. */
export interface Piece {
  readonly n: number;
  readonly block: number;
  readonly offset: number;
  readonly length: number;
}

/** An event whose original is in several pieces. */
export interface PiecedEvent {
  readonly n: number;
  /** In microseconds. */
  readonly time: number | null;
  /** In the order of its text. */
  readonly pieces: readonly Piece[];
}

/** The events of a segment whose originals are in several pieces. */
export interface PiecedEvents {
  readonly byNumber: ReadonlyMap<number, PiecedEvent>;
  /** By block, those of which a piece behind the first lies in it. */
  readonly byBlock: ReadonlyMap<number, readonly PiecedEvent[]>;
}

const PIECE_BYTES = 150;
const kept = new KeptValues<PiecedEvents>(() => columnEngine().cache.budget);

interface Row {
  n: number;
  block: number;
  raw_offset: number;
  raw_length: number;
  spans: number[];
  time: string | null;
}

/** Few events are in pieces, but in some kinds of logs all are. */
export async function piecedEvents(reader: Reader, segment: SegmentSpan): Promise<PiecedEvents> {
  const key = segmentVersion(segment);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const rows = await reader.rows<Row>(sql`
    SELECT event.n, event.block, event.raw_offset, event.raw_length, event.spans, ${micros(sql`event."time"`)} AS time
    FROM event WHERE event.segment = ${segment.id} AND event.spans IS NOT NULL ORDER BY event.n`);
  const byNumber = new Map<number, PiecedEvent>();
  const byBlock = new Map<number, PiecedEvent[]>();
  let pieces = 1;
  for (const row of rows) {
    const event = { n: row.n, time: numberOf(row.time), pieces: piecesOf(row) };
    pieces += event.pieces.length;
    byNumber.set(row.n, event);
    for (const block of new Set(event.pieces.slice(1).map((piece) => piece.block))) {
      const others = byBlock.get(block);
      if (others === undefined) byBlock.set(block, [event]);
      else others.push(event);
    }
  }
  const events = { byNumber, byBlock };
  kept.set(key, events, pieces * PIECE_BYTES);
  return events;
}

function piecesOf({ n, block, raw_offset, raw_length, spans }: Row): Piece[] {
  const pieces: Piece[] = [{ n, block, offset: raw_offset, length: raw_length }];
  for (let index = 0; index + 2 < spans.length; index += 3) {
    pieces.push({ n, block: spans[index] ?? 0, offset: spans[index + 1] ?? 0, length: spans[index + 2] ?? 0 });
  }
  return pieces;
}
