import type { LogType } from '@/lib/events';
import type { ColumnAnswer, QueryAnswer, SelectionParameters } from '@/lib/interface';
import {
  baselineOf,
  type CompiledPlan,
  cellOfSql,
  combine,
  compilePlan,
  describePipeline,
  type FieldReference,
  groupStep,
  needsBucketWidth,
  type Pipeline,
  type Plan,
  parsePipeline,
  parseQuery,
  planOf,
  type Sql,
  shownCell,
  sql,
  unitOf,
  withBucketWidth,
} from '@/lib/query';
import { type Baseline, readBaseline } from './baseline';
import { type Reader, readOnly } from './read-only';
import { rangeOf, resolveSelection, type Selection } from './selection';
import { isoFromMicros, micros } from './times';

/** The most rows of one answer: of groups, and of events, which are wide. */
const GROUPS_MAX = 10_000;
const EVENTS_MAX = 1000;

type Cell = QueryAnswer['rows'][number][number];

/**
 * The table that a query with its steps gives; one without steps gives its events, newest first. Figures are exact; rows
 * beyond the most that an answer has are counted. Throws `QueryError` with the place in `q`, and `BadRequest`.
 */
export function readQuery(parameters: SelectionParameters, signal?: AbortSignal): Promise<QueryAnswer> {
  const pipeline = parsePipeline(parameters.q ?? '');
  const open = planOf(pipeline);
  const now = new Date();
  return readOnly(async (reader) => {
    const range = rangeOf(parameters, now);
    const selection = await selectionOf(reader, open, parameters, range.from, now);
    const plan = await withWidth(reader, open, { ...selection, ...range });
    const rowsMax = groupStep(plan) === null ? EVENTS_MAX : GROUPS_MAX;
    const compiled = compilePlan(plan, { now, where: selection.where, from: range.from, rowsMax });
    const { rows, total } = await readRows(reader, compiled, rowsMax);
    const baseline = await baselineFor(reader, plan, parameters, range.from);
    return {
      columns: compiled.columns.map(({ name }) => name),
      rows,
      kinds: compiled.columns.map((column) => columnAnswer(column, plan)),
      total,
      truncated: total > rows.length,
      exact: true,
      words: describePipeline(withTypes(pipeline, parameters.type)),
      notes: [...(baseline?.notes ?? [])],
      baseline: baseline?.answer ?? null,
    };
  }, signal);
}

/** The types asked for beside the query are part of the question, and so of its words. */
function withTypes(pipeline: Pipeline, types: readonly LogType[]): Pipeline {
  if (types.length === 0) return pipeline;
  const ofTypes = parseQuery(`type:(${types.join(' or ')})`);
  const { filter } = pipeline;
  return { ...pipeline, filter: filter.kind === 'everything' ? ofTypes : combine('and', [ofTypes, filter]) };
}

const YEAR_1 = Date.parse('0001-01-01T00:00:00Z');

/** The events of the range, and for `new` those of the time before it. */
function selectionOf(
  reader: Reader,
  plan: Plan,
  parameters: SelectionParameters,
  from: Date | null,
  now: Date,
): Promise<Selection> {
  const baselineMs = baselineOf(plan);
  if (baselineMs === null || from === null) return resolveSelection(reader, parameters, now);
  const earlier = new Date(Math.max(YEAR_1, from.getTime() - baselineMs)).toISOString();
  return resolveSelection(reader, { ...parameters, from: earlier }, now);
}

/** A timeline without a width gets one that fits the range or, where that is open, the times of the events. */
async function withWidth(reader: Reader, plan: Plan, { where, from, to }: Selection): Promise<Plan> {
  if (!needsBucketWidth(plan)) return plan;
  const fixed = { from: from?.getTime() ?? null, to: to === null ? null : to.getTime() - 1 };
  if (fixed.from !== null && fixed.to !== null) return withBucketWidth(plan, fixed.from, fixed.to);
  const [row] = await reader.rows<{ first: string | null; last: string | null }>(sql`
    SELECT ${micros(sql`min(event."time")`)} AS first, ${micros(sql`max(event."time")`)} AS last
    FROM event WHERE ${where}`);
  const millis = (text: string | null | undefined) => (text == null ? null : Math.floor(Number(text) / 1000));
  return withBucketWidth(plan, fixed.from ?? millis(row?.first), fixed.to ?? millis(row?.last));
}

async function readRows(reader: Reader, { columns, rows, total }: CompiledPlan, rowsMax: number) {
  const found = await reader.rows<Record<string, unknown>>(rows);
  const shown = found.slice(0, rowsMax).map((row) => columns.map((column, index) => cellOf(column, row[`c${index}`])));
  return { rows: shown, total: found.length > rowsMax ? await countRows(reader, total) : found.length };
}

async function countRows(reader: Reader, statement: Sql): Promise<number> {
  const [row] = await reader.rows<{ total: string }>(statement);
  return Number(row?.total ?? 0);
}

function cellOf(column: FieldReference, value: unknown): Cell {
  const cell = shownCell(column, cellOfSql(column, value));
  return column.kind === 'time' && cell !== null ? isoFromMicros(Number(cell)) : cell;
}

async function baselineFor(
  reader: Reader,
  plan: Plan,
  parameters: SelectionParameters,
  from: Date | null,
): Promise<Baseline | null> {
  const asked = baselineOf(plan);
  return asked === null ? null : readBaseline(reader, parameters, from, asked);
}

function columnAnswer(column: FieldReference, plan: Plan): ColumnAnswer {
  const { kind, name } = column;
  const isFigure = column.unit !== undefined;
  const isTextual =
    kind !== 'integer' && kind !== 'number' && kind !== 'time' && kind !== 'severity' && kind !== 'type';
  const widthMs = kind === 'time' && !isFigure ? (groupStep(plan)?.bucket?.widthMs ?? null) : null;
  return {
    kind: isTextual ? 'text' : kind,
    unit: unitOf(column),
    field: isFigure ? null : name,
    interval: widthMs,
  };
}
