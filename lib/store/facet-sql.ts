import { type Sql, sql } from '@/lib/query';
import { type Breakdown, valueCounts } from './breakdown';
import type { Facet } from './matching';
import type { Reader } from './read-only';

/** Up to this many matching events are counted by all fields in one scan; beyond, parallel scans, one a field, are faster. */
const EVENTS_TOGETHER_MAX = 100_000;

/** The facets of fields. The first tells how many events match, and so how the others are best counted. */
export async function facetsBySql(
  reader: Reader,
  where: Sql,
  breakdowns: readonly Breakdown[],
  limit: number,
): Promise<Facet[]> {
  const facets: Facet[] = [];
  let events = Number.POSITIVE_INFINITY;
  for (const [index, breakdown] of breakdowns.entries()) {
    const rest = breakdowns.slice(index);
    if (events <= EVENTS_TOGETHER_MAX && rest.every(({ ofFile }) => ofFile === null)) {
      return [...facets, ...(await readTogether(reader, where, rest, limit))];
    }
    const { facet, events: counted } = await readFacet(reader, where, breakdown, limit);
    events = counted;
    facets.push(facet);
  }
  return facets;
}

/** A value with its count, as the driver gives them; `v` null for the events without one. The sums are the same in every row. */
export interface CountedRow {
  readonly v: string | null;
  readonly c: string;
  readonly distinct_values: string;
  readonly missing: string | null;
}

/** The `limit` commonest values of the matching events, ties in the order of the text; and how many events match. */
async function readFacet(
  reader: Reader,
  where: Sql,
  breakdown: Breakdown,
  limit: number,
): Promise<{ facet: Facet; events: number }> {
  const rows = await reader.rows<CountedRow & { events: string }>(sql`
    SELECT v, c, count(v) OVER () AS distinct_values, sum(c) FILTER (WHERE v IS NULL) OVER () AS missing,
      sum(c) OVER () AS events
    FROM (${valueCounts(where, breakdown)}) AS counted
    ORDER BY v IS NULL, c DESC, v COLLATE "C" LIMIT ${limit}`);
  return { facet: facetOf(rows, breakdown), events: Number(rows[0]?.events ?? 0) };
}

/** Several fields in one scan: each event gives a row for each field. */
async function readTogether(
  reader: Reader,
  where: Sql,
  breakdowns: readonly Breakdown[],
  limit: number,
): Promise<Facet[]> {
  const values = sql.join(
    breakdowns.map(({ expression }) => sql`${expression}::text`),
    sql`, `,
  );
  const rows = await reader.rows<CountedRow & { field: string }>(sql`
    SELECT field, v, c, distinct_values, missing
    FROM (
      SELECT field, v, c, count(v) OVER (PARTITION BY field) AS distinct_values,
        sum(c) FILTER (WHERE v IS NULL) OVER (PARTITION BY field) AS missing,
        row_number() OVER (PARTITION BY field ORDER BY v IS NULL, c DESC, v COLLATE "C") AS place
      FROM (
        SELECT each.field, each.v, count(*) AS c
        FROM event, unnest(ARRAY[${values}]) WITH ORDINALITY AS each(v, field)
        WHERE ${where} GROUP BY each.field, each.v
      ) AS counted
    ) AS ranked
    WHERE place <= ${limit} ORDER BY field, place`);
  return breakdowns.map((breakdown, index) =>
    facetOf(
      rows.filter((row) => Number(row.field) === index + 1),
      breakdown,
    ),
  );
}

export function facetOf(rows: readonly CountedRow[], breakdown: Breakdown): Facet {
  return {
    distinct: Number(rows[0]?.distinct_values ?? 0),
    missing: Number(rows[0]?.missing ?? 0),
    values: rows.flatMap(({ v, c }) => (v === null ? [] : [{ value: breakdown.value(v), count: Number(c) }])),
  };
}
