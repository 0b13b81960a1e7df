import { BadRequest } from '@/lib/errors';
import { logTypeCode } from '@/lib/events';
import type { SelectionParameters } from '@/lib/interface';
import {
  compileQuery,
  type Matcher,
  parseQuery,
  type Query,
  QueryError,
  resolveTime,
  type Sql,
  sql,
  type TextTerm,
  textMatcherSql,
  textTerms,
} from '@/lib/query';
import type { Reader } from './read-only';
import { type SegmentSpan, searchText } from './search-text';

/** Which events a question is about, as the SQL of a WHERE on table `event`. */
export interface Selection {
  readonly where: Sql;
  /** Inclusive and exclusive; null = open. An event without a time is in only when both are open. */
  readonly from: Date | null;
  readonly to: Date | null;
}

/**
 * Resolves the parameters that every question about events takes: names to ids, relative times, the query text, and the
 * free text in it to the events that hold it. Throws `QueryError` with the place in `q`, and `BadRequest`.
 */
export async function resolveSelection(
  reader: Reader,
  parameters: SelectionParameters,
  now: Date = new Date(),
): Promise<Selection> {
  const query = parseQuery(parameters.q ?? '');
  const from = timeOf('from', parameters.from, now);
  const to = timeOf('to', parameters.to, now);
  const sources = await sourceIds(reader, parameters.source);
  const terms = textTerms(query);
  const restricted = sources !== null || from !== null || to !== null;
  const segments = restricted || terms.length > 0 ? await segmentsOf(reader, sources, from, to) : [];
  const conditions = [sql`true`];
  if (restricted) conditions.push(sql`event.segment = ANY (${segments.map((segment) => segment.id)}::int[])`);
  if (from !== null) conditions.push(sql`event."time" >= ${from.toISOString()}::timestamptz`);
  if (to !== null) conditions.push(sql`event."time" < ${to.toISOString()}::timestamptz`);
  if (parameters.type.length > 0) {
    conditions.push(sql`event.type = ANY (${parameters.type.map(logTypeCode)}::smallint[])`);
  }
  if (query.kind !== 'everything') conditions.push(await querySql(reader, query, terms, segments, now));
  return { where: sql.join(conditions, sql` AND `), from, to };
}

async function querySql(
  reader: Reader,
  query: Query,
  terms: readonly TextTerm[],
  segments: readonly SegmentSpan[],
  now: Date,
): Promise<Sql> {
  const found = new Map<TextTerm, Sql>();
  for (const term of terms) found.set(term, await searchText(reader, term, segments));
  const condition = compileQuery(query, {
    now,
    text: (term) => found.get(term) ?? sql`false`,
    source: sourceSql,
    file: fileSql,
  });
  return sql`(${condition})`;
}

function sourceSql(matcher: Matcher): Sql {
  const matching = sql`${textMatcherSql(matcher, sql`source.name`)} OR ${textMatcherSql(matcher, sql`source.id::text`)}`;
  return sql`event.file IN (
    SELECT file.id FROM file JOIN source ON source.id = file.source_id WHERE ${matching})`;
}

function fileSql(matcher: Matcher): Sql {
  return sql`event.file IN (SELECT file.id FROM file WHERE ${textMatcherSql(matcher, sql`file.path`)})`;
}

function timeOf(name: 'from' | 'to', text: string | undefined, now: Date): Date | null {
  if (text === undefined || text.trim() === '') return null;
  try {
    const time = resolveTime(text, now);
    const year = time.getUTCFullYear();
    if (year >= 1 && year <= 9999) return time;
    throw new BadRequest(`${name}: "${text}" is outside the years 1 to 9999`);
  } catch (error) {
    if (error instanceof QueryError) throw new BadRequest(`${name}: ${error.message}`, { cause: error });
    throw error;
  }
}

/** The ids behind a comma list of ids or names (a name may hold commas itself); null when all sources are meant. */
async function sourceIds(reader: Reader, text: string | undefined): Promise<string[] | null> {
  const list = text?.trim() ?? '';
  if (list === '') return null;
  const wanted = list.split(',').map((part) => part.trim());
  const rows = await reader.rows<{ id: string; name: string }>(sql`
    SELECT id, name FROM source
    WHERE id::text = ANY (${wanted.map((part) => part.toLowerCase())}::text[]) OR name = ANY (${[list, ...wanted]}::text[])`);
  const known = new Set(rows.flatMap((row) => [row.id, row.name]));
  const isMissing = (part: string) => part !== '' && !known.has(part) && !known.has(part.toLowerCase());
  const missing = known.has(list) ? undefined : wanted.find(isMissing);
  if (missing !== undefined) throw new BadRequest(`source: there is no source "${missing}"`);
  return rows.map((row) => row.id);
}

/** The segments that can hold such events. */
function segmentsOf(
  reader: Reader,
  sources: readonly string[] | null,
  from: Date | null,
  to: Date | null,
): Promise<SegmentSpan[]> {
  const conditions = [sql`segment.state = 'ready'`];
  if (sources !== null) conditions.push(sql`segment.source_id = ANY (${sources}::uuid[])`);
  if (from !== null) conditions.push(sql`segment."to" >= ${from.toISOString()}::timestamptz`);
  if (to !== null) conditions.push(sql`segment."from" < ${to.toISOString()}::timestamptz`);
  return reader.rows<SegmentSpan>(
    sql`SELECT segment.id, segment.events, coalesce(segment.numbers, segment.events) AS numbers FROM segment WHERE ${sql.join(conditions, sql` AND `)} ORDER BY segment.id`,
  );
}
