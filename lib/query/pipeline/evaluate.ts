import { align } from '../bucket-width';
import type { FieldReference } from '../field-reference';
import { functionOf } from '../functions';
import { queryPredicate } from '../matches';
import type { QueryableEvent } from '../queryable-event';
import { type Cell, cellNumber, shownCell } from './cell';
import { eventCell } from './event-row';
import { needsBucketWidth, withBucketWidth } from './plan';
import { rowCondition } from './row-condition';
import { EVENT_ORDER, groupOrder, placeOf, rowFields, TIME } from './row-fields';
import { type Row, rowOrder } from './row-order';
import { DEFAULT_FIELDS, groupColumns } from './shape';
import type { AggregateCall, GroupStep, Plan, SortKey, Step } from './steps';

/** What the events are looked at with. */
export interface EvaluationOptions {
  /** What relative times count from. */
  readonly now: Date;
  /** The range asked for, in milliseconds: from inclusive, to exclusive, null open. Events without a time need both open. */
  readonly from: number | null;
  readonly to: number | null;
}

/** The rows that a plan gives, in order; times in microseconds since 1970. */
export interface PlanAnswer {
  readonly columns: readonly FieldReference[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

interface Table {
  readonly columns: readonly FieldReference[];
  readonly rows: readonly Row[];
  /** How the rows are to be ordered before they are cut or shown. */
  readonly order: readonly SortKey[];
  readonly shown: readonly FieldReference[];
}

/** Runs a plan over events in memory; the answer is that of the SQL of `compilePlan`, without its cap. */
export function evaluatePlan(plan: Plan, events: Iterable<QueryableEvent>, options: EvaluationOptions): PlanAnswer {
  const isMatch = queryPredicate(plan.filter, options.now);
  const baselineMs = plan.steps.find((step) => step.kind === 'group')?.unseenForMs ?? 0;
  const from = options.from === null ? null : options.from - baselineMs;
  const { columns, rowOf } = planRows(plan);
  const rows: Row[] = [];
  const times = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
  for (const event of events) {
    if (!isWithin(event.time, from, options.to) || !isMatch(event)) continue;
    if (event.time !== null) {
      times.first = Math.min(times.first, event.time);
      times.last = Math.max(times.last, event.time);
    }
    rows.push(rowOf(event));
  }
  const { steps } = needsBucketWidth(plan) ? withFittingWidth(plan, times, options) : plan;
  const start: Table = { columns, rows, order: EVENT_ORDER, shown: DEFAULT_FIELDS };
  return shownRows(steps, start, options);
}

/** The fields of events that a plan looks at, and a row of them for an event. */
export function planRows(plan: Plan) {
  const columns = rowFields(plan);
  const rowOf = (event: QueryableEvent): Row => columns.map((column) => eventCell(column, event));
  return { columns, rowOf };
}

/** The answer of a plan whose filter was applied already, from the rows of `planRows`. */
export function evaluateRows(plan: Plan, rows: readonly Row[], options: EvaluationOptions): PlanAnswer {
  return shownRows(plan.steps, { columns: rowFields(plan), rows, order: EVENT_ORDER, shown: DEFAULT_FIELDS }, options);
}

/** What steps make of a table. */
export function shownRows(steps: readonly Step[], start: Table, options: EvaluationOptions): PlanAnswer {
  const { shown, ...table } = steps.reduce((now, step) => run(step, now, options), start);
  const places = shown.map((field) => placeOf(table.columns, field));
  return {
    columns: shown,
    rows: sorted(table).map((row) => shown.map((field, index) => shownCell(field, row[places[index] ?? -1] ?? null))),
  };
}

function withFittingWidth(
  plan: Plan,
  { first, last }: { first: number; last: number },
  options: EvaluationOptions,
): Plan {
  const millis = (time: number) => (Number.isFinite(time) ? Math.floor(time / 1000) : null);
  return withBucketWidth(plan, options.from ?? millis(first), options.to === null ? millis(last) : options.to - 1);
}

function isWithin(time: number | null, from: number | null, to: number | null): boolean {
  if (time === null) return from === null && to === null;
  return (from === null || time >= from * 1000) && (to === null || time < to * 1000);
}

function run(step: Step, table: Table, options: EvaluationOptions): Table {
  switch (step.kind) {
    case 'group':
      return group(step, table, options);
    case 'where': {
      const holds = rowCondition(step.query, table.columns, options.now);
      return { ...table, rows: table.rows.filter(holds) };
    }
    case 'sort':
      return { ...table, order: [...step.keys, ...table.order] };
    case 'limit':
      return { ...table, rows: sorted(table).slice(0, step.rows) };
    case 'fields':
      return { ...table, shown: step.fields };
  }
}

function sorted({ columns, rows, order }: Pick<Table, 'columns' | 'rows' | 'order'>): Row[] {
  return rows.toSorted(rowOrder(columns, order));
}

interface Group {
  readonly key: Row;
  readonly figures: readonly { readonly call: AggregateCall; readonly sum: ReturnType<typeof accumulatorOf> }[];
  seenBefore: boolean;
}

function group(step: GroupStep, { columns, rows }: Table, { from }: EvaluationOptions): Table {
  const time = step.bucket === null && step.unseenForMs === null ? -1 : placeOf(columns, TIME);
  const places = step.by.map((field) => placeOf(columns, field));
  const isBefore = (row: Row) => step.unseenForMs !== null && from !== null && Number(row[time]) < from * 1000;
  const groups = new Map<string, Group>();
  if (step.by.length === 0 && step.bucket === null) groups.set('[]', newGroup([], step.aggregates));
  for (const row of rows) {
    const start = step.bucket === null ? [] : [bucketOf(row[time] ?? null, step.bucket.widthMs ?? 1000)];
    const key = [...start, ...places.map((place) => row[place] ?? null)];
    const name = JSON.stringify(key.map((cell) => (typeof cell === 'bigint' ? [String(cell)] : cell)));
    const entry = groups.get(name) ?? newGroup(key, step.aggregates);
    groups.set(name, entry);
    if (isBefore(row)) entry.seenBefore = true;
    else for (const { call, sum } of entry.figures) sum.add(argumentOf(call, columns, row));
  }
  const made = groupColumns(step);
  const unseen = [...groups.values()].filter((entry) => !entry.seenBefore);
  return {
    columns: made,
    rows: unseen.map(({ key, figures }) => [...key, ...figures.map(({ sum }) => sum.result())]),
    order: groupOrder(step),
    shown: made,
  };
}

function newGroup(key: Row, aggregates: readonly AggregateCall[]): Group {
  return { key, figures: aggregates.map((call) => ({ call, sum: accumulatorOf(call) })), seenBefore: false };
}

function accumulatorOf({ kind, parameter }: AggregateCall) {
  return functionOf(kind).accumulate(parameter);
}

function argumentOf({ kind, field }: AggregateCall, columns: readonly FieldReference[], row: Row): Cell {
  if (field === null) return null;
  const place = placeOf(columns, field);
  const cell = row[place] ?? null;
  return functionOf(kind).takes === 'values' ? cell : cellNumber(columns[place] ?? field, cell);
}

function bucketOf(time: Cell, widthMs: number): Cell {
  return time === null ? null : align(Number(time) / 1000, widthMs) * 1000;
}
