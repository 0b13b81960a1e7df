import { attributeColumn } from '@/lib/columns';
import { type FieldClause, mayBePath, type Query, type Sql, sql } from '@/lib/query';
import { columnEngine } from './columns/column-engine';
import type { Reader } from './read-only';
import { originalsSql } from './search-originals';
import type { SegmentSpan } from './segment-span';

/** Turns the condition on attributes into one that also holds for the events whose original says it. */
type WithOriginals = (ofAttributes: Sql) => Sql;

/**
 * For each clause of a query on a field without a column: where no event of a segment has such an attribute, the name is a
 * path into the JSON of the originals.
 */
export async function pathConditions(
  reader: Reader,
  query: Query,
  segments: readonly SegmentSpan[],
): Promise<ReadonlyMap<FieldClause, WithOriginals>> {
  const conditions = new Map<FieldClause, WithOriginals>();
  for (const { clause, others } of await pathPlaces(reader, query, segments)) {
    const found = await originalsSql(reader, clause, others);
    const ids = others.map(({ id }) => id);
    conditions.set(
      clause,
      (ofAttributes) => sql`CASE WHEN event.segment = ANY (${ids}::int[]) THEN ${found} ELSE ${ofAttributes} END`,
    );
  }
  return conditions;
}

/** The clauses of a query that are paths somewhere, with the segments where they are. */
export async function pathPlaces(
  reader: Reader,
  query: Query,
  segments: readonly SegmentSpan[],
): Promise<{ readonly clause: FieldClause; readonly others: readonly SegmentSpan[] }[]> {
  const places: { clause: FieldClause; others: SegmentSpan[] }[] = [];
  for (const clause of attributeClauses(query)) {
    const having = await segmentsHaving(reader, segments, clause.field.name);
    const others = segments.filter(({ id }) => !having.has(id));
    if (others.length > 0) places.push({ clause, others });
  }
  return places;
}

function attributeClauses(query: Query): FieldClause[] {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.of.flatMap(attributeClauses);
    case 'not':
      return attributeClauses(query.of);
    case 'field':
      return mayBePath(query) ? [query] : [];
    default:
      return [];
  }
}

/** The segments of which an event has an attribute: as their columns say, else as the events do. */
export async function segmentsHaving(
  reader: Reader,
  segments: readonly SegmentSpan[],
  attribute: string,
): Promise<ReadonlySet<number>> {
  const kept = segments.filter(({ columns }) => columns);
  const dictionaries = await columnEngine().cache.dictionariesOf(reader, kept, attributeColumn(attribute));
  const having = new Set<number>();
  const unknown = segments.filter(({ columns }) => !columns);
  for (const [index, segment] of kept.entries()) {
    const dictionary = dictionaries[index];
    if (dictionary === undefined || dictionary === 'too-many') unknown.push(segment);
    else if (dictionary.numbers.length > 0) having.add(segment.id);
  }
  if (unknown.length === 0) return having;
  const rows = await reader.rows<{ id: number }>(sql`
    SELECT wanted.id FROM unnest(${unknown.map(({ id }) => id)}::int[]) AS wanted(id)
    WHERE EXISTS (SELECT FROM event WHERE event.segment = wanted.id AND event.attributes ->> ${attribute}::text IS NOT NULL)`);
  for (const { id } of rows) having.add(id);
  return having;
}
