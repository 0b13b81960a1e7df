import { setImmediate as letOthersRun } from 'node:timers/promises';
import { decodeBlock, mayContain } from '@/lib/blocks';
import { TooSlow } from '@/lib/errors';
import { type Sql, sql, type TextTerm } from '@/lib/query';
import { type BlockEvents, furtherPieces, openingPieces, type Pieces, piecesAround } from './block-pieces';
import { LeastRecentlyUsed } from './least-recently-used';
import { type Reader, STATEMENT_TIMEOUT_MS } from './read-only';
import { SegmentHits } from './segment-hits';
import { type SegmentSpan, segmentVersion } from './segment-span';
import { lowerAscii, type Needle, needlesOf } from './text-needle';

const HITS_BYTES_MAX = 32 * 1024 ** 2;
const FILTER_BYTES_MAX = 64 * 1024 ** 2;
/** Blocks fetched at a time: about 1 MB compressed, 4 MB unpacked. */
const BATCH_BLOCKS = 16;

interface FilteredBlock extends BlockEvents {
  readonly grams: Buffer;
}

const hitsOfTerms = new LeastRecentlyUsed<string, SegmentHits>(HITS_BYTES_MAX);
/** A page asks for rows, a count, a timeline and facets at once; the same search is done for all of them together. */
const searching = new Map<string, Promise<SegmentHits>>();
const filtersOfSegments = new LeastRecentlyUsed<string, readonly FilteredBlock[]>(FILTER_BYTES_MAX);

/** The condition "the term occurs in the original of the event", for events of these segments. Errors as `findText`. */
export async function searchText(reader: Reader, term: TextTerm, segments: readonly SegmentSpan[]): Promise<Sql> {
  const all: number[] = [];
  const conditions: Sql[] = [];
  for (const [index, hits] of (await findText(reader, term, segments)).entries()) {
    if (hits.count === segments[index]?.events) all.push(hits.segment);
    else if (hits.count > 0) conditions.push(hits.toSql());
  }
  if (all.length > 0) conditions.push(sql`event.segment = ANY (${all}::int[])`);
  return conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` OR `)})`;
}

/**
 * The events in whose original a term occurs, in each of the segments, found by reading the raw blocks whose filters let
 * them hold it. Answers are kept. Throws `TooSlow` after the time that a question may take; what was found until then is
 * kept, so asking again gets further.
 */
export async function findText(
  reader: Reader,
  term: TextTerm,
  segments: readonly SegmentSpan[],
): Promise<SegmentHits[]> {
  const needles = needlesOf(term);
  const deadline = Date.now() + STATEMENT_TIMEOUT_MS;
  const found: SegmentHits[] = [];
  for (const segment of segments) found.push(await hitsIn(reader, term, needles, segment, deadline));
  return found;
}

async function hitsIn(
  reader: Reader,
  term: TextTerm,
  needles: readonly Needle[],
  segment: SegmentSpan,
  deadline: number,
): Promise<SegmentHits> {
  const key = `${segmentVersion(segment)} ${JSON.stringify(term.pattern).toLowerCase()}`;
  for (;;) {
    const known = hitsOfTerms.get(key);
    if (known !== undefined) return known;
    const running = searching.get(key);
    if (running === undefined) break;
    // Whoever searches may be cancelled or too slow: then it is somebody else's turn.
    await running.catch(() => undefined);
  }
  const search = searchSegment(reader, needles, segment, deadline);
  searching.set(key, search);
  try {
    const hits = await search;
    hitsOfTerms.set(key, hits, hits.weight + key.length);
    return hits;
  } finally {
    searching.delete(key);
  }
}

async function searchSegment(
  reader: Reader,
  needles: readonly Needle[],
  segment: SegmentSpan,
  deadline: number,
): Promise<SegmentHits> {
  const hits = new SegmentHits(segment.id, segment.numbers);
  const blocks = await candidates(reader, segment, needles);
  for (let start = 0; start < blocks.length; start += BATCH_BLOCKS) {
    if (Date.now() > deadline) {
      throw new TooSlow('the free text took too long to search; narrow the time range, the source or the text');
    }
    await searchBlocks(reader, hits, segment, needles, blocks.slice(start, start + BATCH_BLOCKS));
  }
  return hits;
}

/** The blocks that may hold one of the needles: first by the small filter, then by the one that is stored apart. */
async function candidates(reader: Reader, segment: SegmentSpan, needles: readonly Needle[]): Promise<BlockEvents[]> {
  const blocks = (await filtersOf(reader, segment)).filter((block) =>
    needles.some((needle) =>
      needle.probes.every(({ grams }) => mayContain({ grams: block.grams, tokens: NOTHING }, { grams, tokens: [] })),
    ),
  );
  if (needles.some((needle) => needle.probes.every(({ tokens }) => tokens.length === 0))) return blocks;
  const rows = await reader.rows<{ block: number; tokens: Buffer }>(sql`
    SELECT raw_block.block, raw_block.tokens FROM raw_block
    WHERE raw_block.segment = ${segment.id} AND raw_block.block = ANY (${blocks.map(({ block }) => block)}::int[])`);
  const tokensOf = new Map(rows.map((row) => [row.block, row.tokens]));
  return blocks.filter(({ block, grams }) => {
    const tokens = tokensOf.get(block) ?? NOTHING;
    return needles.some((needle) => needle.probes.every((probe) => mayContain({ grams, tokens }, probe)));
  });
}

const NOTHING = Buffer.alloc(0);

async function filtersOf(reader: Reader, segment: SegmentSpan): Promise<readonly FilteredBlock[]> {
  const key = segmentVersion(segment);
  const known = filtersOfSegments.get(key);
  if (known !== undefined) return known;
  const rows = await reader.rows<FilteredBlock>(sql`
    SELECT raw_block.block, raw_block.first_n, raw_block.events, raw_block.grams FROM raw_block
    WHERE raw_block.segment = ${segment.id} ORDER BY raw_block.block`);
  const weight = rows.reduce((sum, row) => sum + row.grams.length + 100, 0);
  filtersOfSegments.set(key, rows, weight);
  return rows;
}

/** A block that holds a needle somewhere, unpacked and in lower case, with what stands in it. */
interface HitBlock extends BlockEvents {
  readonly raw: Buffer;
  readonly exact: readonly Buffer[];
  readonly wild: readonly Needle[];
}

async function searchBlocks(
  reader: Reader,
  hits: SegmentHits,
  segment: SegmentSpan,
  needles: readonly Needle[],
  blocks: readonly BlockEvents[],
): Promise<void> {
  const rows = await reader.rows<BlockEvents & { codec: number; data: Buffer }>(sql`
    SELECT raw_block.block, raw_block.first_n, raw_block.events, raw_block.codec, raw_block.data FROM raw_block
    WHERE raw_block.segment = ${hits.segment} AND raw_block.block = ANY (${blocks.map(({ block }) => block)}::int[])`);
  const found: HitBlock[] = [];
  for (const { codec, data, ...block } of rows) {
    // A copy: an uncompressed block is the row's own buffer, and the search lowers its letters.
    const raw = Buffer.from(await decodeBlock(codec, data));
    const wild = needles.filter((needle) => needle.bytes === null && needle.matches(raw.toString('utf8')));
    lowerAscii(raw);
    const exact = needles.flatMap(({ bytes }) => (bytes !== null && raw.includes(bytes) ? [bytes] : []));
    if (exact.length > 0 || wild.length > 0) found.push({ ...block, raw, exact, wild });
    await letOthersRun();
  }
  if (found.length === 0) return;
  const opening = await openingPieces(reader, hits.segment, found);
  const further = await furtherPieces(reader, segment);
  for (const block of found) addHits(hits, block, opening.get(block.block) ?? [], further.get(block.block) ?? []);
}

function addHits(hits: SegmentHits, { raw, exact, wild }: HitBlock, opening: Pieces, further: Pieces): void {
  for (const bytes of exact) addPlaces(hits, raw, bytes, opening, further);
  if (wild.length === 0) return;
  for (const { n, offset, length } of [...opening, ...further]) {
    const text = raw.toString('utf8', offset, offset + length);
    if (wild.some((needle) => needle.matches(text))) hits.add(n);
  }
}

function addPlaces(hits: SegmentHits, raw: Buffer, needle: Buffer, opening: Pieces, further: Pieces): void {
  let at = raw.indexOf(needle);
  while (at !== -1) {
    const end = at + needle.length;
    const inside = [...piecesAround(opening, at, end), ...piecesAround(further, at, end)];
    for (const piece of inside) hits.add(piece.n);
    // One place is enough for an event: the search goes on behind it.
    const [piece] = inside;
    at = raw.indexOf(needle, piece === undefined ? at + 1 : piece.offset + piece.length);
  }
}
