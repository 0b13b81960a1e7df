import { attributeColumn, type Bits, type FoundLeaf, foundLeaves, loosened, type Plan } from '@/lib/columns';
import { huntFor } from '@/lib/originals';
import { OriginalSearch } from '../originals/original-search';
import type { SearchPlace } from '../originals/plan-segments';
import { finishSearch } from '../search-originals';
import type { SegmentSpan } from '../segment-span';
import type { Scope } from '../selection';
import { asksOriginals, type FoundRows, findRows, withFileIds } from './found-rows';
import type { SegmentRows } from './segment-rows';
import { type Found, type SelectTools, scopePlan, selectByPlan } from './select-columns';

/**
 * A question on its way to the events that it is about. What columns cannot say is looked up only where the rest of the
 * question leaves events; what is in the originals only in the blocks that hold such events.
 */
export class ScopeSearch {
  private constructor(
    private readonly tools: SelectTools,
    private readonly plan: Plan,
    private readonly segments: readonly SegmentSpan[],
    private readonly bySql: Found,
    private readonly leaves: readonly FoundLeaf[],
    /** What is sought in the originals. */
    readonly originals: OriginalSearch,
  ) {}

  /**
   * Null when a segment lacks a column that the question needs, as far as that shows before `finish`. What is soon found is: it
   * narrows the search for the rest.
   */
  static async open(tools: SelectTools, scope: Scope): Promise<ScopeSearch | null> {
    if (scope.segments.some(({ columns, grows }) => !(columns || grows))) return null;
    const plan = await withFileIds(tools.reader, scopePlan(scope));
    const leaves = foundLeaves(plan);
    if (leaves.length === 0) return new ScopeSearch(tools, plan, scope.segments, new Map(), [], searchFor(tools, []));
    const loose = await selectByPlan(tools, loosened(plan), scope.segments, new Map());
    if (loose === null) return null;
    const bySql = new Map<FoundLeaf, FoundRows>();
    const segments = loose.map(({ segment }) => segment);
    for (const leaf of leaves) {
      if (!asksOriginals(leaf)) bySql.set(leaf, await findRows(tools.reader, leaf, segments, scope.now));
    }
    const sought = leaves.filter(asksOriginals);
    const soon = await soonFound(tools, sought, loose);
    const known = new Map([...bySql, ...soon]);
    const possible =
      known.size === 0 ? loose : await selectByPlan(tools, loosened(plan, new Set(known.keys())), segments, known);
    if (possible === null) return null;
    const originals = searchFor(tools, await placesOf(tools, sought, possible));
    const left = possible.map(({ segment }) => segment);
    return new ScopeSearch(tools, plan, left, bySql, sought, originals);
  }

  /** Whether originals must be searched, all or in part. */
  get isPending(): boolean {
    return this.leaves.length > 0;
  }

  /** All events that the question is about; null when a segment lacks a column that it needs. Errors as `finishSearch`. */
  async finish(): Promise<SegmentRows[] | null> {
    await finishSearch(this.originals);
    return selectByPlan(this.tools, this.plan, this.segments, this.found());
  }

  /**
   * Those of them that are certain before all is searched: events on the near side of a bound of `originals`, in
   * microseconds, in the order of time. Of the segments that have no such event none is looked at.
   */
  async certain(descending: boolean): Promise<SegmentRows[]> {
    const bound = this.originals.bound(descending);
    const times: Plan = descending
      ? { kind: 'times', from: bound + 1, to: Number.POSITIVE_INFINITY }
      : { kind: 'times', from: Number.NEGATIVE_INFINITY, to: bound };
    const segments = this.segments.filter(({ first, last }) =>
      descending ? (last ?? Number.NEGATIVE_INFINITY) > bound : (first ?? Number.POSITIVE_INFINITY) < bound,
    );
    const plan: Plan = { kind: 'and', of: [times, this.plan] };
    return (await selectByPlan(this.tools, plan, segments, this.found())) ?? [];
  }

  private found(): Found {
    return new Map([...this.bySql, ...rowsFound(this.originals, this.leaves)]);
  }
}

/** A search for several things is begun with those that are found in so many blocks. */
const SOON_UNITS = 48;

type Possible = readonly { readonly segment: SegmentSpan; readonly bits: Bits | null }[];

function searchFor({ engine, reader, signal }: SelectTools, places: readonly SearchPlace[]): OriginalSearch {
  return new OriginalSearch({ reader, threads: engine.threads, signal }, places);
}

/** The leaves, of several, of which the filters say that few blocks can hold them, with what was found of them. */
async function soonFound(tools: SelectTools, leaves: readonly FoundLeaf[], possible: Possible): Promise<Found> {
  const soon: FoundLeaf[] = [];
  if (leaves.length < 2) return new Map();
  for (const leaf of leaves.filter(({ clause }) => huntFor(clause).prunes)) {
    const search = searchFor(tools, await placesOf(tools, [leaf], possible));
    if ((await search.plan()) > SOON_UNITS) continue;
    await search.step();
    soon.push(leaf);
  }
  if (soon.length === 0) return new Map();
  // All of it is known by now.
  const known = searchFor(tools, await placesOf(tools, soon, possible));
  await known.plan();
  return rowsFound(known, soon);
}

function rowsFound(search: OriginalSearch, leaves: readonly FoundLeaf[]): Map<FoundLeaf, FoundRows> {
  return new Map(
    leaves.map((leaf) => {
      const hits = search.hitsOf(leaf.clause).filter(({ count }) => count > 0);
      return [leaf, new Map(hits.map(({ segment, bits }) => [segment, bits]))];
    }),
  );
}

/** A name that is an attribute's in a segment is no path there. */
async function placesOf(
  { engine, reader }: SelectTools,
  leaves: readonly FoundLeaf[],
  possible: Possible,
): Promise<SearchPlace[]> {
  const segments = possible.map(({ segment }) => segment);
  const places: SearchPlace[] = [];
  for (const { clause } of leaves) {
    const own = possible.map(({ segment, bits }) => ({ sought: clause, segment, possible: bits }));
    const name = clause.kind === 'field' ? attributeColumn(clause.field.name) : null;
    const dictionaries = name === null ? [] : await engine.cache.dictionariesOf(reader, segments, name);
    places.push(
      ...own.filter((_place, index) => {
        const dictionary = dictionaries[index];
        return (
          name === null || (dictionary !== undefined && dictionary !== 'too-many' && dictionary.numbers.length === 0)
        );
      }),
    );
  }
  return places;
}
