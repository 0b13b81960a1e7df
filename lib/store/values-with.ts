import { type Sql, sql } from '@/lib/query';
import type { Question } from './answer-about';
import { type Breakdown, valueCounts } from './breakdown';
import { type CountedRow, facetOf } from './facet-sql';
import type { Facet } from './matching';
import { scopeCondition } from './selection';

/** A field with no more values than this is searched among all of them, however those are counted. */
const VALUES_AT_ONCE = 1000;

/**
 * For each field its values with a text in them, in any case of its ASCII letters: those that begin with it first, then
 * the commonest. Of a field with very many values the database searches them.
 */
export async function valuesWith(
  question: Question,
  breakdowns: readonly Breakdown[],
  contains: string,
  limit: number,
): Promise<Facet[]> {
  const facets = await question.matching.facets(breakdowns, VALUES_AT_ONCE);
  const found: Facet[] = [];
  for (const [index, breakdown] of breakdowns.entries()) {
    const facet = facets[index];
    const isWhole = facet !== undefined && facet.values.length === facet.distinct;
    found.push(isWhole ? searched(facet, contains, limit) : await searchedBySql(question, breakdown, contains, limit));
  }
  return found;
}

function searched(facet: Facet, contains: string, limit: number): Facet {
  const wanted = lowerAscii(contains);
  const places = facet.values.map((each) => ({ each, place: lowerAscii(String(each.value)).indexOf(wanted) }));
  const inside = places.filter(({ place }) => place >= 0);
  const first = inside.filter(({ place }) => place === 0);
  const others = inside.filter(({ place }) => place > 0);
  const values = [...first, ...others].slice(0, limit).map(({ each }) => each);
  return { ...facet, distinct: inside.length, values };
}

function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

async function searchedBySql(
  { reader, scope }: Question,
  breakdown: Breakdown,
  contains: string,
  limit: number,
): Promise<Facet> {
  const where = await scopeCondition(reader, scope);
  const place: Sql = sql`strpos(lower(v collate "C"), lower(${contains}::text collate "C"))`;
  const rows = await reader.rows<CountedRow>(sql`
    SELECT v, c, count(v) OVER () AS distinct_values, sum(c) FILTER (WHERE v IS NULL) OVER () AS missing
    FROM (${valueCounts(where, breakdown)}) AS counted
    WHERE v IS NULL OR ${place} > 0
    ORDER BY v IS NULL, (${place} = 1) DESC, c DESC, v COLLATE "C" LIMIT ${limit}`);
  return facetOf(rows, breakdown);
}
