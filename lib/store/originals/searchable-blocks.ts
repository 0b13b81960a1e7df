import { sql } from '@/lib/query';
import { LeastRecentlyUsed } from '../least-recently-used';
import type { Reader } from '../read-only';
import { type SegmentSpan, segmentVersion } from '../segment-span';
import { micros, numberOf } from '../times';

/** A block as far as a search must know it before it reads it. */
export interface SearchableBlock {
  readonly block: number;
  /** The events that open in it have numbers from here on, as many as `events`, or fewer where a file was taken out. */
  readonly first_n: number;
  readonly events: number;
  /** Bytes when unpacked. */
  readonly length: number;
  /** The times of the events that open in it, in microseconds; null when none has one. */
  readonly first: number | null;
  readonly last: number | null;
  readonly grams: Buffer;
}

const BYTES_MAX = 96 * 1024 ** 2;
const ENTRY_BYTES = 150;
const SEGMENTS_TOGETHER = 16;
const kept = new LeastRecentlyUsed<string, readonly SearchableBlock[]>(BYTES_MAX);

type Row = Omit<SearchableBlock, 'first' | 'last'> & Record<'first' | 'last', string | null> & { segment: number };

/** The blocks of each of the segments, in order of their numbers. */
export async function searchableBlocks(
  reader: Reader,
  segments: readonly SegmentSpan[],
): Promise<(readonly SearchableBlock[])[]> {
  const found = new Map<number, readonly SearchableBlock[]>();
  const missing = segments.filter((segment) => {
    const known = kept.get(segmentVersion(segment));
    if (known !== undefined) found.set(segment.id, known);
    return known === undefined;
  });
  for (let start = 0; start < missing.length; start += SEGMENTS_TOGETHER) {
    await load(reader, missing.slice(start, start + SEGMENTS_TOGETHER), found);
  }
  return segments.map(({ id }) => found.get(id) ?? []);
}

async function load(
  reader: Reader,
  segments: readonly SegmentSpan[],
  found: Map<number, readonly SearchableBlock[]>,
): Promise<void> {
  const rows = await reader.rows<Row>(sql`
    SELECT raw_block.segment, raw_block.block, raw_block.first_n, raw_block.events, raw_block.raw_length AS length,
      ${micros(sql`raw_block."from"`)} AS first, ${micros(sql`raw_block."to"`)} AS last, raw_block.grams
    FROM raw_block WHERE raw_block.segment = ANY (${segments.map(({ id }) => id)}::int[])
    ORDER BY raw_block.segment, raw_block.block`);
  const lists = new Map<number, SearchableBlock[]>(segments.map(({ id }) => [id, []]));
  for (const { segment, first, last, ...block } of rows) {
    lists.get(segment)?.push({ ...block, first: numberOf(first), last: numberOf(last) });
  }
  for (const segment of segments) {
    const blocks = lists.get(segment.id) ?? [];
    const weight = blocks.reduce((sum, { grams }) => sum + grams.length + ENTRY_BYTES, ENTRY_BYTES);
    kept.set(segmentVersion(segment), blocks, weight);
    found.set(segment.id, blocks);
  }
}
