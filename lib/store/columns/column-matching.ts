import { TIME_COLUMN } from '@/lib/columns';
import type { Grid, GroupStep } from '@/lib/query';
import type { Breakdown } from '../breakdown';
import type { EventGroups } from '../event-groups';
import type { EventCursor, EventOrder } from '../event-order';
import type { BucketCount, Facet, KeyedRow, Matching, Split, TimeExtent } from '../matching';
import type { Reader } from '../read-only';
import type { Scope } from '../selection';
import type { ColumnEngine } from './column-engine';
import { columnFacet } from './column-facets';
import { columnGroups } from './column-groups';
import { columnPage } from './column-page';
import { columnBuckets, columnExtent } from './column-timeline';
import type { FoundEvents } from './found-events';
import { type PageOrder, timeOrder, valueOrder } from './page-order';
import { selectRows } from './select-columns';

/** Finds the events that a question is about in columns; null when they cannot say. `bySql` answers what they leave open. */
export async function matchingOfColumns(
  engine: ColumnEngine,
  reader: Reader,
  scope: Scope,
  bySql: () => Promise<Matching>,
  signal?: AbortSignal,
): Promise<Matching | null> {
  const rows = await selectRows(engine, reader, scope, signal);
  return rows === null ? null : new ColumnMatching({ engine, reader, rows, signal }, bySql);
}

/** Answers from columns; what a column does not say is left to SQL. */
class ColumnMatching implements Matching {
  constructor(
    private readonly found: FoundEvents,
    private readonly bySql: () => Promise<Matching>,
  ) {}

  async count(): Promise<number> {
    return this.found.rows.reduce((sum, { count }) => sum + count, 0);
  }

  extent(): Promise<TimeExtent> {
    return columnExtent(this.found);
  }

  async buckets(grid: Grid, split: Split | null): Promise<readonly BucketCount[]> {
    const counts = split?.by.column === null ? null : await columnBuckets(this.found, grid, split);
    return counts ?? (await this.bySql()).buckets(grid, split);
  }

  async facets(fields: readonly Breakdown[], limit: number): Promise<Facet[]> {
    const facets: (Facet | null)[] = [];
    for (const by of fields) facets.push(await columnFacet(this.found, by, limit));
    const open = fields.filter((_by, index) => facets[index] === null);
    const rest = open.length === 0 ? [] : await (await this.bySql()).facets(open, limit);
    const left = rest[Symbol.iterator]();
    return facets.flatMap((facet) => facet ?? left.next().value ?? []);
  }

  groups(step: GroupStep, from: number | null): Promise<EventGroups | null> {
    return columnGroups(this.found, step, from);
  }

  async page(order: EventOrder, cursor: EventCursor | null, limit: number): Promise<KeyedRow[]> {
    const pageOrder = await this.pageOrder(order);
    if (pageOrder === null) return (await this.bySql()).page(order, cursor, limit);
    return columnPage(this.found, pageOrder, cursor, limit, order.keyOf);
  }

  private async pageOrder(order: EventOrder): Promise<PageOrder | null> {
    const { engine, reader, rows } = this.found;
    const { stored } = order;
    if (stored === null) return null;
    if (stored === TIME_COLUMN) return timeOrder(engine.cache, order.descending);
    const segments = rows.map(({ segment }) => segment);
    return valueOrder(engine.cache, reader, segments, { stored, descending: order.descending });
  }
}
