import type { ScanInput } from '@/lib/columns';
import type { PieceList } from '@/lib/originals';
import type { ScanThreads } from '../columns/scan-threads';
import type { Reader } from '../read-only';
import { openingPieces } from './opening-pieces';
import { type BlocksOf, blockKey, packedBlocks, type StoredBlock } from './packed-blocks';
import type { Piece } from './pieced-events';
import type { BlockUnit, JoinedUnit, SearchUnit, SegmentHunt } from './search-unit';

/** What reading and searching blocks needs. */
export interface SearchTools {
  readonly reader: Reader;
  readonly threads: ScanThreads;
  readonly signal: AbortSignal | undefined;
}

/** Searches units: their blocks are fetched here, unpacked and searched by the threads. What is found is noted. */
export async function runUnits(tools: SearchTools, units: readonly SearchUnit[]): Promise<void> {
  const packed = await packedBlocks(tools.reader, blocksOf(units));
  await runBlocks(
    tools,
    units.filter((unit) => unit.kind === 'block'),
    packed,
  );
  await runJoined(
    tools,
    units.filter((unit) => unit.kind === 'joined'),
    packed,
  );
}

function blocksOf(units: readonly SearchUnit[]): BlocksOf[] {
  const bySegment = new Map<number, Set<number>>();
  for (const unit of units) {
    const { id } = unit.in.segment;
    const blocks = bySegment.get(id) ?? new Set();
    bySegment.set(id, blocks);
    if (unit.kind === 'block') blocks.add(unit.block.block);
    else for (const { pieces } of unit.events) for (const { block } of pieces) blocks.add(block);
  }
  return Array.from(bySegment, ([segment, blocks]) => ({ segment, blocks: [...blocks] }));
}

type Packed = ReadonlyMap<string, StoredBlock>;

/** Where it is not stored with a block where events begin in it, that is asked only if the block holds what is sought. */
async function runBlocks(tools: SearchTools, units: readonly BlockUnit[], packed: Packed): Promise<void> {
  const openings = await openingsOf(tools, units, packed);
  const searched = units.flatMap((unit) => {
    const own = openings.get(unit);
    return own === undefined ? [] : [{ unit, ...own }];
  });
  const inputs = searched.map(({ unit, opening, hunts }): ScanInput<'searchBlock'> => {
    const further = furtherPieces(unit);
    const without = openingPieced(unit);
    return {
      block: packedOf(unit, packed),
      opening,
      hunts: hunts.map(({ sought, hunt }) =>
        hunt.joinsPieces ? { sought, further: NO_PIECES, without } : { sought, further, without: [] },
      ),
    };
  });
  const found = await tools.threads.run('searchBlock', inputs, tools.signal);
  for (const [index, { hunts }] of searched.entries()) {
    for (const [place, { search }] of hunts.entries()) {
      for (const n of found[index]?.[place] ?? []) search.hits.add(n);
    }
  }
  for (const unit of units) for (const { search } of unit.hunts) search.done[unit.place] = 1;
}

/** What is to be looked at in a block, and what for. */
interface Opening {
  readonly opening: ScanInput<'searchBlock'>['opening'];
  readonly hunts: readonly SegmentHunt[];
}

async function openingsOf(
  tools: SearchTools,
  units: readonly BlockUnit[],
  packed: Packed,
): Promise<ReadonlyMap<BlockUnit, Opening>> {
  const openings = new Map<BlockUnit, Opening>();
  const asking: BlockUnit[] = [];
  for (const unit of units) {
    const { pieces } = packedOf(unit, packed);
    if (pieces === null) asking.push(unit);
    else openings.set(unit, { opening: { bytes: pieces, first: unit.block.first_n }, hunts: unit.hunts });
  }
  const inputs = asking.map((unit) => ({
    block: packedOf(unit, packed),
    sought: unit.hunts.map(({ sought }) => sought),
  }));
  const looked = await tools.threads.run('findBlocks', inputs, tools.signal);
  const holding = asking.flatMap((unit, index) => {
    const hunts = unit.hunts.filter((_hunt, place) => looked[index]?.[place] === true);
    return hunts.length === 0 ? [] : [{ unit, hunts }];
  });
  const blocks = holding.map(({ unit }) => ({ segment: unit.in.segment, block: unit.block }));
  const lists = await openingPieces(tools.reader, blocks);
  for (const [index, { unit, hunts }] of holding.entries()) {
    openings.set(unit, { opening: lists[index] ?? NO_PIECES, hunts });
  }
  return openings;
}

async function runJoined(tools: SearchTools, units: readonly JoinedUnit[], packed: Packed): Promise<void> {
  const inputs = units.map((unit): ScanInput<'searchJoined'> => {
    const pieces = unit.events.flatMap((event) => event.pieces);
    const places = new Map([...new Set(pieces.map(({ block }) => block))].map((block, place) => [block, place]));
    return {
      sought: unit.hunts[0].sought,
      blocks: [...places.keys()].map((block) => packedIn(unit.in.segment.id, block, packed)),
      pieces: listOf(pieces, (block) => places.get(block) ?? 0),
    };
  });
  const found = await tools.threads.run('searchJoined', inputs, tools.signal);
  for (const [index, unit] of units.entries()) {
    const { search } = unit.hunts[0];
    for (const n of found[index] ?? []) search.hits.add(n);
    for (const { n } of unit.events) search.joined.add(n);
  }
}

const NO_PIECES: PieceList = new Int32Array(0);
/** A block that was taken away since: nothing can be found in it. */
const NO_BLOCK: StoredBlock = { codec: 0, data: new Uint8Array(0), length: 0, pieces: new Uint8Array(0) };

function packedOf(unit: BlockUnit, packed: Packed): StoredBlock {
  return packedIn(unit.in.segment.id, unit.block.block, packed);
}

function packedIn(segment: number, block: number, packed: Packed): StoredBlock {
  return packed.get(blockKey(segment, block)) ?? NO_BLOCK;
}

/** The events in several pieces that open in a block. */
function openingPieced({ in: { pieced }, block }: BlockUnit): number[] {
  const numbers: number[] = [];
  if (pieced === null || pieced.byNumber.size === 0) return numbers;
  for (let n = block.first_n; n < block.first_n + block.events; n += 1) if (pieced.byNumber.has(n)) numbers.push(n);
  return numbers;
}

/** The further pieces, in a block, of events that open elsewhere, or in it. */
function furtherPieces({ in: { pieced }, block: { block } }: BlockUnit): PieceList {
  const events = pieced?.byBlock.get(block) ?? [];
  const further = events.flatMap(({ pieces }) => pieces.slice(1).filter((piece) => piece.block === block));
  return further.length === 0 ? NO_PIECES : listOf(further, () => 0);
}

function listOf(pieces: readonly Piece[], placeOf: (block: number) => number): PieceList {
  return Int32Array.from(pieces.flatMap(({ n, block, offset, length }) => [n, placeOf(block), offset, length]));
}
