import { mayContain } from '@/lib/blocks';
import { type Bits, hasBit } from '@/lib/columns';
import type { Needle } from '@/lib/originals';
import type { Reader } from '../read-only';
import { type BlocksOf, blockKey, blockTokens } from './packed-blocks';
import type { PiecedEvent } from './pieced-events';
import {
  extentOf,
  holdsPossible,
  type JoinedUnit,
  type SearchedSegment,
  type SearchUnit,
  type SegmentHunt,
} from './search-unit';
import type { SearchableBlock } from './searchable-blocks';

/** What is to be done in a segment. */
export interface SegmentPlan {
  readonly units: readonly SearchUnit[];
  /** Blocks that the question is about, whether they are read or not. */
  readonly blocks: number;
}

/** Events in pieces that are looked at together. */
const JOINED_TOGETHER = 256;
const NOTHING = Buffer.alloc(0);

/**
 * The units of a segment that must be searched for the possible events (null: all): those that were searched before are left
 * out, and those that the filters rule out are noted as searched.
 */
export async function planUnits(
  reader: Reader,
  searched: SearchedSegment,
  hunts: readonly SegmentHunt[],
  possible: Bits | null,
): Promise<SegmentPlan> {
  const wanted = searched.blocks.flatMap((block, place) =>
    holdsPossible(block, possible, searched.pieced) ? [{ block, place }] : [],
  );
  const open = wanted.map(({ block, place }) => ({
    block,
    place,
    hunts: hunts.filter((hunt) => hunt.search.done[place] !== 1 && passesGrams(hunt, block, place)),
  }));
  const left = await withoutRuledOut(
    reader,
    searched,
    open.filter((one) => one.hunts.length > 0),
  );
  const units: SearchUnit[] = left.map((one) => ({ kind: 'block', in: searched, ...one, ...timesOf(searched, one) }));
  for (const hunt of hunts) if (hunt.hunt.joinsPieces) units.push(...joinedUnits(searched, hunt, possible));
  return { units, blocks: wanted.length };
}

interface OpenBlock {
  readonly block: SearchableBlock;
  readonly place: number;
  readonly hunts: readonly SegmentHunt[];
}

/** By the small filter; a block that does not pass is done. */
function passesGrams({ hunt, search }: SegmentHunt, { grams }: SearchableBlock, place: number): boolean {
  const passes = hunt.needles.some((needle) => mayHoldGrams(needle, [grams]));
  if (!passes) search.done[place] = 1;
  return passes;
}

function mayHoldGrams({ probes }: Needle, filters: readonly Buffer[]): boolean {
  return probes.every((probe) =>
    filters.some((grams) => mayContain({ grams, tokens: NOTHING }, { grams: probe.grams, tokens: [] })),
  );
}

/** By the filter that is stored apart, where a needle asks for it. */
async function withoutRuledOut(
  reader: Reader,
  { segment }: SearchedSegment,
  open: readonly OpenBlock[],
): Promise<OpenBlock[]> {
  const asking = open.filter(({ hunts }) => hunts.some(asksTokens));
  const wanted: BlocksOf[] = [{ segment: segment.id, blocks: asking.map(({ block }) => block.block) }];
  const tokens = asking.length === 0 ? new Map<string, Buffer>() : await blockTokens(reader, wanted);
  return open.flatMap((one) => {
    const filters = { grams: one.block.grams, tokens: tokens.get(blockKey(segment.id, one.block.block)) ?? NOTHING };
    const hunts = one.hunts.filter((hunt) => {
      const passes =
        !asksTokens(hunt) ||
        hunt.hunt.needles.some(({ probes }) => probes.every((probe) => mayContain(filters, probe)));
      if (!passes) hunt.search.done[one.place] = 1;
      return passes;
    });
    return hunts.length === 0 ? [] : [{ ...one, hunts }];
  });
}

function asksTokens({ hunt }: SegmentHunt): boolean {
  return hunt.needles.every(({ probes }) => probes.some(({ tokens }) => tokens.length > 0));
}

/** What is said of an event's pieces one by one may be said of one that opens elsewhere. */
function timesOf({ pieced }: SearchedSegment, { block, hunts }: OpenBlock) {
  const further = hunts.some(({ hunt }) => !hunt.joinsPieces) ? (pieced?.byBlock.get(block.block) ?? []) : [];
  return extentOf([block.first, block.last, ...further.map(({ time }) => time)]);
}

function joinedUnits(searched: SearchedSegment, hunt: SegmentHunt, possible: Bits | null): JoinedUnit[] {
  const gramsOf = new Map(searched.blocks.map(({ block, grams }) => [block, grams]));
  const events: PiecedEvent[] = [];
  for (const event of searched.pieced?.byNumber.values() ?? []) {
    if (hunt.search.joined.has(event.n) || (possible !== null && !hasBit(possible, event.n))) continue;
    const filters = event.pieces.map(({ block }) => gramsOf.get(block) ?? NOTHING).filter(({ length }) => length > 0);
    if (hunt.hunt.needles.some((needle) => mayHoldGrams(needle, filters))) events.push(event);
    else hunt.search.joined.add(event.n);
  }
  return Array.from({ length: Math.ceil(events.length / JOINED_TOGETHER) }, (_, index) => {
    const some = events.slice(index * JOINED_TOGETHER, (index + 1) * JOINED_TOGETHER);
    return { kind: 'joined', in: searched, events: some, hunts: [hunt], ...extentOf(some.map(({ time }) => time)) };
  });
}
