import { BadRequest } from '@/lib/errors';
import { logTypeCode } from '@/lib/events';
import type { SelectionParameters } from '@/lib/interface';
import {
  compileQuery,
  type FieldClause,
  type Matcher,
  parsePipeline,
  planOf,
  type Query,
  QueryError,
  resolveTime,
  type Sql,
  sql,
  type TextQuery,
  textMatcherSql,
  textTerms,
} from '@/lib/query';
import { pathConditions } from './path-conditions';
import type { Reader } from './read-only';
import { originalsSql } from './search-originals';
import type { SegmentSpan } from './segment-span';
import { type Since, sinceProof, sinceSql } from './since';
import { micros, numberOf } from './times';

/** What relative times count from: the same for all that a page asks at once. */
export function wholeSecond(): Date {
  return new Date(Math.floor(Date.now() / 1000) * 1000);
}

/** What a question is about, its parameters understood. */
export interface Scope {
  readonly query: Query;
  /** Type codes; none = all types. */
  readonly types: readonly number[];
  /** Inclusive and exclusive; null = open. An event without a time is in only when both are open. */
  readonly from: Date | null;
  readonly to: Date | null;
  /** Only events that a proof did not know of; null = all. */
  readonly since: Since | null;
  /** The segments that can hold such events. */
  readonly segments: readonly SegmentSpan[];
  /** Whether these segments are all there are. */
  readonly everywhere: boolean;
  /** What relative times count from. */
  readonly now: Date;
}

/**
 * Reads the parameters that every question about events takes: names to ids, relative times, the query text. Of a query
 * with steps, the events are those that its first counting step works on. Throws `QueryError` with the place in `q`, and
 * `BadRequest`.
 */
export async function resolveScope(
  reader: Reader,
  parameters: SelectionParameters,
  now: Date = wholeSecond(),
): Promise<Scope> {
  const query = planOf(parsePipeline(parameters.q ?? '')).filter;
  const { from, to } = rangeOf(parameters, now);
  const sources = await sourceIds(reader, parameters.source);
  const since = parameters.since ? await sinceProof(reader, parameters.since) : null;
  const segments = (await segmentsOf(reader, sources, from, to)).filter(
    ({ id, numbers }) => since === null || (since.numbers.get(id) ?? 0) < numbers,
  );
  const everywhere = sources === null && from === null && to === null && since === null;
  return { query, types: parameters.type.map(logTypeCode), from, to, since, segments, everywhere, now };
}

/** A question as the SQL of a WHERE on table `event`, the free text in it resolved to the events that hold it. */
export async function scopeCondition(reader: Reader, scope: Scope): Promise<Sql> {
  const { query, types, from, to, since, segments } = scope;
  const conditions = [sql`true`];
  if (!scope.everywhere) conditions.push(sql`event.segment = ANY (${segments.map((segment) => segment.id)}::int[])`);
  if (from !== null) conditions.push(sql`event."time" >= ${from.toISOString()}::timestamptz`);
  if (to !== null) conditions.push(sql`event."time" < ${to.toISOString()}::timestamptz`);
  if (types.length > 0) conditions.push(sql`event.type = ANY (${types}::smallint[])`);
  if (since !== null) conditions.push(sinceSql(since, segments));
  if (query.kind !== 'everything') conditions.push(sql`(${await querySql(reader, query, segments, scope.now)})`);
  return sql.join(conditions, sql` AND `);
}

/** The condition of a query on the events of some segments. */
export async function querySql(
  reader: Reader,
  query: Query,
  segments: readonly SegmentSpan[],
  now: Date,
): Promise<Sql> {
  const found = new Map<TextQuery, Sql>();
  for (const term of textTerms(query)) found.set(term, await originalsSql(reader, term, segments));
  const paths = await pathConditions(reader, query, segments);
  return compileQuery(query, {
    now,
    text: (term) => found.get(term) ?? sql`false`,
    source: sourceSql,
    file: fileSql,
    attribute: (clause, ofAttributes) => paths.get(clause)?.(ofAttributes) ?? ofAttributes,
  });
}

function sourceSql(matcher: Matcher): Sql {
  return sql`event.file IN (${sourceFiles(matcher)})`;
}

function fileSql(matcher: Matcher): Sql {
  return sql`event.file IN (${pathFiles(matcher)})`;
}

function sourceFiles(matcher: Matcher): Sql {
  const matching = sql`${textMatcherSql(matcher, sql`source.name`)} OR ${textMatcherSql(matcher, sql`source.id::text`)}`;
  return sql`SELECT file.id FROM file JOIN source ON source.id = file.source_id WHERE ${matching}`;
}

function pathFiles(matcher: Matcher): Sql {
  return sql`SELECT file.id FROM file WHERE ${textMatcherSql(matcher, sql`file.path`)}`;
}

/** The ids of the files that a clause on `source` or `file` means; null for a clause on anything else. */
export async function filesOfClause(
  reader: Reader,
  { field, matcher }: FieldClause,
): Promise<ReadonlySet<unknown> | null> {
  if (field.kind !== 'source' && field.kind !== 'file') return null;
  const rows = await reader.rows<{ id: number }>(field.kind === 'source' ? sourceFiles(matcher) : pathFiles(matcher));
  return new Set(rows.map(({ id }) => id));
}

/** The range that the parameters ask for; null = open. */
export function rangeOf({ from, to }: Pick<SelectionParameters, 'from' | 'to'>, now: Date): Pick<Scope, 'from' | 'to'> {
  return { from: momentOf('from', from, now), to: momentOf('to', to, now) };
}

/** The moment that a parameter means; null when it is left out. Throws `BadRequest`. */
export function momentOf(name: string, text: string | undefined, now: Date): Date | null {
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
export async function sourceIds(reader: Reader, text: string | undefined): Promise<string[] | null> {
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
async function segmentsOf(
  reader: Reader,
  sources: readonly string[] | null,
  from: Date | null,
  to: Date | null,
): Promise<SegmentSpan[]> {
  const conditions = [sql`segment.state = 'ready'`];
  if (sources !== null) conditions.push(sql`segment.source_id = ANY (${sources}::uuid[])`);
  if (from !== null) conditions.push(sql`segment."to" >= ${from.toISOString()}::timestamptz`);
  if (to !== null) conditions.push(sql`segment."from" < ${to.toISOString()}::timestamptz`);
  const rows = await reader.rows<Omit<SegmentSpan, 'first' | 'last'> & Record<'first' | 'last', string | null>>(sql`
    SELECT segment.id, segment.events, coalesce(segment.numbers, segment.events) AS numbers, segment.columns,
      (segment.growth IS NOT NULL AND NOT segment.columns) AS grows,
      ${micros(sql`segment."from"`)} AS first, ${micros(sql`segment."to"`)} AS last
    FROM segment WHERE ${sql.join(conditions, sql` AND `)} ORDER BY segment.id`);
  return rows.map((row) => ({ ...row, first: numberOf(row.first), last: numberOf(row.last) }));
}
