import type { LogType } from '@/lib/events';
import type { ColumnAnswer, QueryAnswer, SelectionParameters } from '@/lib/interface';
import {
  baselineOf,
  combine,
  describePipeline,
  type FieldReference,
  groupStep,
  needsBucketWidth,
  type Pipeline,
  type Plan,
  parsePipeline,
  parseQuery,
  planOf,
  unitOf,
  withBucketWidth,
} from '@/lib/query';
import { absentFields } from './absent-fields';
import { type Question, questionAbout } from './answer-about';
import { type Baseline, readBaseline } from './baseline';
import { rowsOfPlan } from './plan-rows';
import { type Reader, readOnly } from './read-only';
import { rangeOf, type Scope, wholeSecond } from './selection';
import { isoFromMicros } from './times';

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
  return readOnly(async (reader) => {
    const now = wholeSecond();
    const range = rangeOf(parameters, now);
    const question = await questionAbout(reader, withBaseline(open, parameters, range.from), signal, now);
    const plan = await withWidth(open, question, range);
    const rowsMax = groupStep(plan) === null ? EVENTS_MAX : GROUPS_MAX;
    const { columns, rows: raw, total } = await rowsOfPlan(question, plan, rowsMax, range.from);
    const rows = raw.map((row) => timeCells(columns, row));
    const baseline = await baselineFor(reader, plan, parameters, range.from, signal);
    return {
      columns: columns.map(({ name }) => name),
      rows,
      kinds: columns.map((column) => columnAnswer(column, plan)),
      total,
      truncated: total > rows.length,
      exact: true,
      words: describePipeline(withTypes(pipeline, parameters.type)),
      notes: [...(baseline?.notes ?? []), ...(total > rows.length ? [] : absentFields(columns, rows))],
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

/** For `new` the events of the time before the range are looked at too. */
function withBaseline(plan: Plan, parameters: SelectionParameters, from: Date | null): SelectionParameters {
  const baselineMs = baselineOf(plan);
  if (baselineMs === null || from === null) return parameters;
  return { ...parameters, from: new Date(Math.max(YEAR_1, from.getTime() - baselineMs)).toISOString() };
}

/** A timeline without a width gets one that fits the range or, where that is open, the times of the events. */
async function withWidth(plan: Plan, { matching }: Question, range: Pick<Scope, 'from' | 'to'>): Promise<Plan> {
  if (!needsBucketWidth(plan)) return plan;
  const fixed = { from: range.from?.getTime() ?? null, to: range.to === null ? null : range.to.getTime() - 1 };
  if (fixed.from !== null && fixed.to !== null) return withBucketWidth(plan, fixed.from, fixed.to);
  const { first, last } = await matching.extent();
  const millis = (micros: number | null) => (micros === null ? null : Math.floor(micros / 1000));
  return withBucketWidth(plan, fixed.from ?? millis(first), fixed.to ?? millis(last));
}

function timeCells(columns: readonly FieldReference[], row: readonly Cell[]): Cell[] {
  return row.map((cell, index) => timeCell(columns[index], cell));
}

/** Times are microseconds until they are shown. */
function timeCell(column: FieldReference | undefined, cell: Cell): Cell {
  return column?.kind === 'time' && cell !== null ? isoFromMicros(Number(cell)) : cell;
}

async function baselineFor(
  reader: Reader,
  plan: Plan,
  parameters: SelectionParameters,
  from: Date | null,
  signal: AbortSignal | undefined,
): Promise<Baseline | null> {
  const asked = baselineOf(plan);
  return asked === null ? null : readBaseline(reader, parameters, from, asked, signal);
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
