import { attributeColumn, type Bits, type FoundLeaf, foundLeaves, loosened, type Plan } from '@/lib/columns';
import { OriginalSearch, type SearchPlace } from '../originals/original-search';
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

  /** Null when a segment lacks a column that the question needs. */
  static async open(tools: SelectTools, scope: Scope): Promise<ScopeSearch | null> {
    if (scope.segments.some(({ columns }) => !columns)) return null;
    const plan = await withFileIds(tools.reader, scopePlan(scope));
    const leaves = foundLeaves(plan);
    const possible =
      leaves.length === 0
        ? scope.segments.map((segment) => ({ segment, bits: null }))
        : await selectByPlan(tools, loosened(plan), scope.segments, new Map());
    if (possible === null) return null;
    const segments = possible.map(({ segment }) => segment);
    const bySql = new Map<FoundLeaf, FoundRows>();
    const places: SearchPlace[] = [];
    for (const leaf of leaves) {
      if (asksOriginals(leaf)) places.push(...(await placesOf(tools, leaf, possible)));
      else bySql.set(leaf, await findRows(tools.reader, leaf, segments, scope.now));
    }
    const { engine, reader, signal } = tools;
    const originals = await OriginalSearch.open({ reader, threads: engine.threads, signal }, places);
    return new ScopeSearch(tools, plan, segments, bySql, leaves.filter(asksOriginals), originals);
  }

  /** All events that the question is about. Errors as `finishSearch`. */
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
    const found = new Map(this.bySql);
    for (const leaf of this.leaves) {
      const hits = this.originals.hitsOf(leaf.clause);
      found.set(leaf, new Map(hits.filter(({ count }) => count > 0).map(({ segment, bits }) => [segment, bits])));
    }
    return found;
  }
}

/** A name that is an attribute's in a segment is no path there. */
async function placesOf(
  { engine, reader }: SelectTools,
  { clause }: FoundLeaf,
  possible: readonly { readonly segment: SegmentSpan; readonly bits: Bits | null }[],
): Promise<SearchPlace[]> {
  const places = possible.map(({ segment, bits }) => ({ sought: clause, segment, possible: bits }));
  if (clause.kind !== 'field') return places;
  const segments = possible.map(({ segment }) => segment);
  const dictionaries = await engine.cache.dictionariesOf(reader, segments, attributeColumn(clause.field.name));
  return places.filter((_place, index) => {
    const dictionary = dictionaries[index];
    return dictionary !== undefined && dictionary !== 'too-many' && dictionary.numbers.length === 0;
  });
}
