import type { z } from 'zod';
import { BadRequest } from '@/lib/errors';
import type { FacetsAnswer, facetsParameters } from '@/lib/interface';
import { type Sql, sql } from '@/lib/query';
import { type Breakdown, breakdownBy, valueCounts } from './breakdown';
import { type Reader, readOnly } from './read-only';
import { resolveSelection } from './selection';

type Parameters = z.output<typeof facetsParameters>;
type Facet = FacetsAnswer['fields'][string];

const FIELDS_MAX = 32;

/** For each field: how many values it has, how many events lack it, and its commonest values. Exact. */
export async function readFacets(parameters: Parameters, signal?: AbortSignal): Promise<FacetsAnswer> {
  const names = [...new Set(parameters.fields.split(',').map((name) => name.trim()))].filter((name) => name !== '');
  if (names.length === 0) throw new BadRequest('fields: name at least one field');
  if (names.length > FIELDS_MAX) throw new BadRequest(`fields: name at most ${FIELDS_MAX} fields`);
  const breakdowns = names.map((name) => [name, breakdownBy('fields', name)] as const);
  return readOnly(async (reader) => {
    const { where } = await resolveSelection(reader, parameters);
    const fields: FacetsAnswer['fields'] = Object.create(null);
    for (const [name, breakdown] of breakdowns) {
      fields[name] = await readFacet(reader, where, breakdown, parameters.limit);
    }
    return { fields };
  }, signal);
}

/** The `limit` commonest values of the matching events, ties in the order of the text. */
export async function readFacet(reader: Reader, where: Sql, breakdown: Breakdown, limit: number): Promise<Facet> {
  const rows = await reader.rows<{ v: string | null; c: string; distinct_values: string; missing: string | null }>(sql`
    SELECT v, c, count(v) OVER () AS distinct_values, sum(c) FILTER (WHERE v IS NULL) OVER () AS missing
    FROM (${valueCounts(where, breakdown)}) AS counted
    ORDER BY v IS NULL, c DESC, v LIMIT ${limit}`);
  return {
    distinct: Number(rows[0]?.distinct_values ?? 0),
    missing: Number(rows[0]?.missing ?? 0),
    values: rows.flatMap(({ v, c }) => (v === null ? [] : [{ value: breakdown.value(v), count: Number(c) }])),
  };
}
