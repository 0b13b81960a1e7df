import { TIME_COLUMN } from '@/lib/columns';
import type { Grid, GroupStep } from '@/lib/query';
import type { Breakdown } from '../breakdown';
import type { EventGroups, WantedGroups } from '../event-groups';
import type { EventCursor, EventOrder } from '../event-order';
import type { EventRow } from '../event-rows';
import type {
  BucketCount,
  Facet,
  KeyedRow,
  Matching,
  SegmentDigest,
  Split,
  TimeExtent,
  ValueTallyAnswer,
} from '../matching';
import type { Reader } from '../read-only';
import type { SegmentSpan } from '../segment-span';
import type { Scope } from '../selection';
import type { SqlMatching } from '../sql-matching';
import type { ColumnEngine } from './column-engine';
import { columnExamples } from './column-examples';
import { columnFacet } from './column-facets';
import { columnGroups } from './column-groups';
import { columnPage } from './column-page';
import { columnTallies } from './column-tallies';
import { columnBuckets, columnExtent } from './column-timeline';
import { divideScope, inOrder, selectBySql } from './divided-scope';
import type { FoundEvents } from './found-events';
import { type PageOrder, timeOrder, valueOrder } from './page-order';
import { pageWhileSearching } from './page-while-searching';
import { ScopeSearch } from './scope-search';
import type { SegmentRows } from './segment-rows';
import type { SelectTools } from './select-columns';

/** Finds the events that a question is about in columns; null when they cannot say. `bySql` answers what they leave open. */
export async function matchingOfColumns(
  engine: ColumnEngine,
  reader: Reader,
  scope: Scope,
  bySql: () => Promise<SqlMatching>,
  signal?: AbortSignal,
): Promise<Matching | null> {
  const tools = { engine, reader, signal };
  const known = engine.shared.known(scope);
  if (known !== undefined && known !== null) return new ColumnMatching(tools, null, async () => known, bySql);
  const divided = await divideScope(tools, scope);
  if (divided === null) return null;
  const search = await ScopeSearch.open(tools, divided.sure);
  if (search === null) return null;
  if (divided.unsure !== null) {
    const { unsure } = divided;
    const rows = await engine.shared.of(scope, async () =>
      inOrder(scope, [...needed(await search.finish()), ...(await selectBySql(reader, unsure))]),
    );
    return new ColumnMatching(tools, null, async () => needed(rows), bySql);
  }
  const find = () => engine.shared.of(scope, () => search.finish());
  // Whether columns are enough shows at once, unless originals are still to be searched: then `open` has asked all columns.
  if (search.isPending) return new ColumnMatching(tools, search, async () => needed(await find()), bySql);
  const rows = await find();
  return rows === null ? null : new ColumnMatching(tools, null, async () => rows, bySql);
}

/** None would be a wrong answer: columns that were there a moment ago do not go within a snapshot. */
function needed(rows: SegmentRows[] | null): SegmentRows[] {
  if (rows === null) throw new RangeError('columns of a segment went while it was searched');
  return rows;
}

/** Answers from columns; what a column does not say is left to SQL. */
class ColumnMatching implements Matching {
  private rows: Promise<SegmentRows[]> | null = null;

  /** `search`: what is still to be searched; null when all is known. */
  constructor(
    private readonly tools: SelectTools,
    private readonly search: ScopeSearch | null,
    private readonly find: () => Promise<SegmentRows[]>,
    private readonly bySql: () => Promise<SqlMatching>,
  ) {}

  async count(): Promise<number> {
    return (await this.found()).rows.reduce((sum, { count }) => sum + count, 0);
  }

  async extent(): Promise<TimeExtent> {
    return columnExtent(await this.found());
  }

  async buckets(grid: Grid, split: Split | null): Promise<readonly BucketCount[]> {
    const counts = split?.by.column === null ? null : await columnBuckets(await this.found(), grid, split);
    return counts ?? (await this.bySql()).buckets(grid, split);
  }

  async facets(fields: readonly Breakdown[], limit: number): Promise<Facet[]> {
    const facets: (Facet | null)[] = [];
    for (const by of fields) facets.push(await columnFacet(await this.found(), by, limit));
    const open = fields.filter((_by, index) => facets[index] === null);
    const rest = open.length === 0 ? [] : await (await this.bySql()).facets(open, limit);
    const left = rest[Symbol.iterator]();
    return facets.flatMap((facet) => facet ?? left.next().value ?? []);
  }

  async segments(): Promise<readonly SegmentSpan[]> {
    return (await this.found()).rows.map(({ segment }) => segment);
  }

  async digests(bounds: ReadonlyMap<number, number>): Promise<readonly SegmentDigest[]> {
    const { rows, engine, signal } = await this.found();
    const inputs = rows.map(({ segment, bits, count }) => ({
      ...{ segment: segment.id, rows: segment.numbers, bits, count },
      bound: bounds.get(segment.id) ?? 0,
    }));
    const outputs = await engine.threads.run('digestEvents', inputs, signal);
    return outputs.map((output, index) => ({ ...output, segment: rows[index]?.segment.id ?? 0 }));
  }

  async tallies(fields: readonly Breakdown[], most: number): Promise<ValueTallyAnswer[]> {
    const found = await this.found();
    return columnTallies(found, fields, most, async (open, segments) => {
      return (await this.bySql()).tallies(open, most, segments);
    });
  }

  async groups(step: GroupStep, from: number | null, wanted: WantedGroups | null): Promise<EventGroups | null> {
    return columnGroups(await this.found(), step, from, wanted);
  }

  async examples(field: Breakdown, values: readonly string[]): Promise<EventRow[]> {
    const rows = field.column === null ? null : await columnExamples(await this.found(), field.column, values);
    return rows ?? (await this.bySql()).examples(field, values);
  }

  async page(order: EventOrder, cursor: EventCursor | null, limit: number): Promise<KeyedRow[]> {
    if (order.stored === TIME_COLUMN && this.search !== null && this.rows === null) {
      const page = await pageWhileSearching(this.tools, this.search, order, cursor, limit);
      if (page !== null) return page;
    }
    const pageOrder = await this.pageOrder(order);
    if (pageOrder === null) return (await this.bySql()).page(order, cursor, limit);
    return columnPage(await this.found(), pageOrder, cursor, limit, order.keyOf);
  }

  private async pageOrder({ stored, descending }: EventOrder): Promise<PageOrder | null> {
    const { engine, reader } = this.tools;
    if (stored === null) return null;
    if (stored === TIME_COLUMN) return timeOrder(engine.cache, descending);
    const segments = (await this.found()).rows.map(({ segment }) => segment);
    return valueOrder(engine.cache, reader, segments, { stored, descending });
  }

  private async found(): Promise<FoundEvents> {
    this.rows ??= this.find();
    return { ...this.tools, rows: await this.rows };
  }
}
