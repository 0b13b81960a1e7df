import type { PackedBlock, ScanInput } from '@/lib/columns';
import { PIECE_NUMBERS, type PieceList } from '@/lib/originals';
import type { ScanThreads } from '../columns/scan-threads';
import type { Reader } from '../read-only';
import { knownPieces, openingPieces } from './opening-pieces';
import { type BlocksOf, blockKey, packedBlocks } from './packed-blocks';
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

type Packed = ReadonlyMap<string, PackedBlock>;

/** Where events begin in a block is asked only for blocks that hold what is sought. */
async function runBlocks(tools: SearchTools, units: readonly BlockUnit[], packed: Packed): Promise<void> {
  const unknown = units.filter(
    (unit) =>
      knownPieces({ segment: unit.in.segment, block: unit.block }) === undefined &&
      !unit.hunts.some(({ search }) => search.isEverywhere),
  );
  const looked = await tools.threads.run(
    'findBlocks',
    unknown.flatMap((unit) => {
      const block = packedOf(unit, packed);
      return [{ block, sought: unit.hunts.map(({ sought }) => sought) }];
    }),
    tools.signal,
  );
  const huntsOf = new Map<BlockUnit, readonly SegmentHunt[]>(units.map((unit) => [unit, unit.hunts]));
  for (const [index, unit] of unknown.entries()) {
    const hunts = unit.hunts.filter((_hunt, place) => looked[index]?.[place] !== false);
    huntsOf.set(unit, hunts);
    for (const { search } of unit.hunts) search.looked += 1;
    for (const { search } of hunts) search.held += 1;
  }
  const holding = units.filter((unit) => (huntsOf.get(unit)?.length ?? 0) > 0);
  const opening = await openingPieces(
    tools.reader,
    holding.map((unit) => ({ segment: unit.in.segment, block: unit.block })),
  );
  const inputs = holding.map((unit, index): ScanInput<'searchBlock'> => {
    const own = opening[index] ?? NO_PIECES;
    const hunts = (huntsOf.get(unit) ?? []).map(({ sought, hunt }) => ({
      sought,
      pieces: hunt.joinsPieces ? withoutPieced(own, unit) : withFurther(own, unit),
    }));
    return { block: packedOf(unit, packed), hunts };
  });
  const found = await tools.threads.run('searchBlock', inputs, tools.signal);
  for (const [index, unit] of holding.entries()) {
    for (const [place, { search }] of (huntsOf.get(unit) ?? []).entries()) {
      for (const n of found[index]?.[place] ?? []) search.hits.add(n);
    }
  }
  for (const unit of units) for (const { search } of unit.hunts) search.done[unit.place] = 1;
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
const NO_BLOCK: PackedBlock = { codec: 0, data: new Uint8Array(0), length: 0 };

function packedOf(unit: BlockUnit, packed: Packed): PackedBlock {
  return packedIn(unit.in.segment.id, unit.block.block, packed);
}

function packedIn(segment: number, block: number, packed: Packed): PackedBlock {
  return packed.get(blockKey(segment, block)) ?? NO_BLOCK;
}

/** The pieces of events that have no others. */
function withoutPieced(own: PieceList, unit: BlockUnit): PieceList {
  const pieced = unit.in.pieced?.byNumber;
  if (pieced === undefined || pieced.size === 0) return own;
  const left: number[] = [];
  for (let at = 0; at < own.length; at += PIECE_NUMBERS) {
    if (!pieced.has(own[at] ?? 0)) left.push(...own.subarray(at, at + PIECE_NUMBERS));
  }
  return Int32Array.from(left);
}

/** With the further pieces of events that open elsewhere, or here, in order of offsets. */
function withFurther(own: PieceList, unit: BlockUnit): PieceList {
  const { block } = unit.block;
  const further = (unit.in.pieced?.byBlock.get(block) ?? []).flatMap((event) =>
    event.pieces.slice(1).filter((piece) => piece.block === block),
  );
  if (further.length === 0) return own;
  const all: Piece[] = [...further];
  for (let at = 0; at < own.length; at += PIECE_NUMBERS) {
    all.push({ n: own[at] ?? 0, block, offset: own[at + 2] ?? 0, length: own[at + 3] ?? 0 });
  }
  return listOf(
    all.sort((one, other) => one.offset - other.offset),
    () => 0,
  );
}

function listOf(pieces: readonly Piece[], placeOf: (block: number) => number): PieceList {
  return Int32Array.from(pieces.flatMap(({ n, block, offset, length }) => [n, placeOf(block), offset, length]));
}
