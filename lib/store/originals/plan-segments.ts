import type { Bits } from '@/lib/columns';
import type { Hunt, Sought } from '@/lib/originals';
import type { Reader } from '../read-only';
import type { SegmentHits } from '../segment-hits';
import type { SegmentSpan } from '../segment-span';
import { piecedEvents } from './pieced-events';
import { planUnits } from './plan-units';
import type { SearchUnit, SegmentHunt } from './search-unit';
import { searchableBlocks } from './searchable-blocks';
import { segmentSearch } from './segment-search';

/** Where something is sought. */
export interface SearchPlace {
  readonly sought: Sought;
  readonly segment: SegmentSpan;
  /** The events that matter; null = all. Of others may come out whatever was found before. */
  readonly possible: Bits | null;
}

/** All that is sought in one segment. */
export interface SegmentPlaces {
  readonly segment: SegmentSpan;
  readonly sought: readonly Sought[];
  readonly possible: Bits | null;
}

export function bySegment(places: readonly SearchPlace[]): SegmentPlaces[] {
  const segments = new Map<SegmentSpan, { possible: Bits | null; sought: Sought[] }>();
  for (const { segment, sought, possible } of places) {
    const known = segments.get(segment);
    if (known === undefined) segments.set(segment, { possible, sought: [sought] });
    else known.sought.push(sought);
  }
  return Array.from(segments, ([segment, { sought, possible }]) => ({ segment, sought, possible }));
}

/** What is to be searched in some segments, and where it will be noted what was found. */
export interface SegmentsPlan {
  readonly units: readonly SearchUnit[];
  /** Blocks that the question is about, whether they are read or not. */
  readonly blocks: number;
  readonly hits: readonly (readonly [Sought, SegmentHits])[];
}

export async function planSegments(
  reader: Reader,
  hunts: ReadonlyMap<Sought, Hunt>,
  segments: readonly SegmentPlaces[],
): Promise<SegmentsPlan> {
  const units: SearchUnit[] = [];
  const hits: (readonly [Sought, SegmentHits])[] = [];
  let count = 0;
  const lists = await searchableBlocks(
    reader,
    segments.map(({ segment }) => segment),
  );
  for (const [index, { segment, sought, possible }] of segments.entries()) {
    const blocks = lists[index] ?? [];
    const own = sought.flatMap((one): SegmentHunt[] => {
      const hunt = hunts.get(one);
      return hunt === undefined ? [] : [{ sought: one, hunt, search: segmentSearch(hunt, segment, blocks.length) }];
    });
    for (const { sought: one, search } of own) hits.push([one, search.hits]);
    const searched = { segment, blocks, pieced: await piecedEvents(reader, segment) };
    const plan = await planUnits(reader, searched, own, possible);
    units.push(...plan.units);
    count += plan.blocks;
  }
  return { units, blocks: count, hits };
}
