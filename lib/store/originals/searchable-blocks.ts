import { columnEngine } from '../columns/column-engine';
import { KeptValues } from '../columns/kept-values';
import { type CopiedRow, copiedRows, int4, int8, wholeNumber } from '../copied-rows';
import type { Reader } from '../read-only';
import { type SegmentSpan, segmentVersion } from '../segment-span';

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

const ENTRY_BYTES = 150;
const SEGMENTS_TOGETHER = 16;
const kept = new KeptValues<readonly SearchableBlock[]>(() => columnEngine().cache.budget);

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
  const copied = await reader.copy(`
    SELECT segment, block, first_n, events, raw_length, grams,
      (extract(epoch FROM "from") * 1000000)::bigint, (extract(epoch FROM "to") * 1000000)::bigint
    FROM raw_block WHERE segment = ANY ('{${segments.map(({ id }) => wholeNumber(id)).join()}}'::int[])
    ORDER BY segment, block`);
  const lists = new Map<number, SearchableBlock[]>(segments.map(({ id }) => [id, []]));
  for (const [segment, ...fields] of copiedRows(copied)) lists.get(int4(segment))?.push(blockOf(fields));
  for (const segment of segments) {
    const blocks = lists.get(segment.id) ?? [];
    const weight = blocks.reduce((sum, { grams }) => sum + grams.length + ENTRY_BYTES, ENTRY_BYTES);
    kept.set(segmentVersion(segment), blocks, weight);
    found.set(segment.id, blocks);
  }
}

function blockOf([block, first, events, length, grams, from, to]: CopiedRow): SearchableBlock {
  return {
    ...{ block: int4(block), first_n: int4(first), events: int4(events), length: int4(length) },
    ...{ first: int8(from), last: int8(to) },
    // A copy: the memory of all of them need not stay for one.
    grams: Buffer.from(grams ?? NO_BYTES),
  };
}

const NO_BYTES = Buffer.alloc(0);
