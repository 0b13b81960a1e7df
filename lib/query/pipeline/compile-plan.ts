import { GRID_ORIGIN } from '../bucket-width';
import type { FieldReference } from '../field-reference';
import { functionOf } from '../functions';
import { type Sql, sql } from '../sql';
import { expressionTarget, fieldExpression } from '../targets';
import { rowConditionSql } from './row-condition';
import { EVENT_ORDER, groupOrder, placeOf, rowFields, TIME } from './row-fields';
import { DEFAULT_FIELDS, groupColumns } from './shape';
import type { AggregateCall, GroupStep, Plan, SortKey, Step } from './steps';

/** What a plan needs from outside to become SQL. Tables `event`, `file` and `source` must be in reach. */
export interface PlanScope {
  readonly now: Date;
  /** The condition on table `event` that the plan's filter and the range of the question amount to. */
  readonly where: Sql;
  /** The beginning of the range asked for; what is older was selected for `new` alone. Null = open. */
  readonly from: Date | null;
  /** The most rows that are given. */
  readonly rowsMax: number;
}

export interface CompiledPlan {
  readonly columns: readonly FieldReference[];
  /**
   * A statement for the rows in order, one more than `rowsMax` if there are more; the columns are called c0, c1 … and times
   * are microseconds since 1970.
   */
  readonly rows: Sql;
  /** A statement for how many rows there are in all, as `total`. */
  readonly total: Sql;
}

/** The rows at a place of the plan: a SELECT with the columns c0, c1 …, and what later steps do with them. */
interface Relation {
  readonly select: Sql;
  readonly columns: readonly FieldReference[];
  readonly order: readonly SortKey[];
  readonly shown: readonly FieldReference[];
}

/** The statements of a plan whose timeline has its width. What users wrote is bound; columns of sub-selects have numbers for names. */
export function compilePlan(plan: Plan, scope: PlanScope): CompiledPlan {
  const columns = rowFields(plan);
  const start: Relation = {
    select: eventRows(columns, scope.where),
    columns,
    order: EVENT_ORDER,
    shown: DEFAULT_FIELDS,
  };
  const end = plan.steps.reduce((relation, step) => compileStep(step, relation, scope), start);
  const cells = end.shown.map((field, index) => {
    const column = nth(placeOf(end.columns, field));
    return sql`${field.kind === 'time' ? sql`(extract(epoch from ${column}) * 1000000)::bigint` : column} as ${sql.position(index)}`;
  });
  return {
    columns: end.shown,
    rows: sql`select ${commas(cells)} from (${end.select}) as r ${orderBy(end)} limit ${scope.rowsMax + 1}`,
    total: sql`select count(*) as total from (${end.select}) as r`,
  };
}

function eventRows(columns: readonly FieldReference[], where: Sql): Sql {
  const cells = columns.map((field, index) => sql`${eventExpression(field)} as ${sql.position(index)}`);
  const needsSource = columns.some(({ kind }) => kind === 'source');
  const needsFile = needsSource || columns.some(({ kind }) => kind === 'file');
  const file = needsFile ? sql` left join file on file.id = event."file"` : sql.empty;
  const source = needsSource ? sql` left join source on source.id = file.source_id` : sql.empty;
  return sql`select ${commas(cells)} from event${file}${source} where ${where}`;
}

function eventExpression(field: FieldReference): Sql {
  if (field.kind === 'source') return sql`source.name`;
  if (field.kind === 'file') return sql`file.path`;
  if (field.kind !== 'id') return fieldExpression(field);
  return sql`(${sql.identifier('segment')}::text || '-' || ${sql.identifier('n')}::text)`;
}

function compileStep(step: Step, relation: Relation, scope: PlanScope): Relation {
  const { select, columns } = relation;
  switch (step.kind) {
    case 'group':
      return compileGroup(step, relation, scope);
    case 'where': {
      const condition = rowConditionSql(step.query, columns, nth, scope.now);
      return { ...relation, select: sql`select * from (${select}) as r where ${condition}` };
    }
    case 'sort':
      return { ...relation, order: [...step.keys, ...relation.order] };
    case 'limit':
      return { ...relation, select: sql`select * from (${select}) as r ${orderBy(relation)} limit ${step.rows}` };
    case 'fields':
      return { ...relation, shown: step.fields };
  }
}

function compileGroup(step: GroupStep, relation: Relation, scope: PlanScope): Relation {
  const { select, columns } = step.bucket === null ? relation : withBucket(relation, step.bucket.widthMs ?? 1000);
  const bucket = step.bucket === null ? [] : [nth(columns.length - 1)];
  const keys = [...bucket, ...step.by.map((field) => nth(placeOf(columns, field)))];
  const figures = step.aggregates.map((call) => figureSql(call, columns, scope.now));
  const cells = [...keys, ...figures].map((cell, index) => sql`${cell} as ${sql.position(index)}`);
  const grouped = keys.length === 0 ? sql.empty : sql` group by ${commas(keys)}`;
  const made = groupColumns(step);
  return {
    select: sql`select ${commas(cells)} from (${select}) as r${grouped}${having(step, columns, scope.from)}`,
    columns: made,
    order: groupOrder(step),
    shown: made,
  };
}

/** The rows with the beginning of their stretch of time as one more column. */
function withBucket({ select, columns }: Relation, widthMs: number): Pick<Relation, 'select' | 'columns'> {
  const width = sql`make_interval(secs => ${widthMs / 1000}::float8)`;
  const bucket = sql`date_bin(${width}, ${nth(placeOf(columns, TIME))}, ${GRID_ORIGIN}::timestamptz)`;
  return {
    select: sql`select *, ${bucket} as ${sql.position(columns.length)} from (${select}) as r`,
    columns: [...columns, { ...TIME, name: '\0bucket' }],
  };
}

/** Only groups without an event before the range. */
function having(step: GroupStep, columns: readonly FieldReference[], from: Date | null): Sql {
  if (step.unseenForMs === null || from === null) return sql.empty;
  const time = nth(placeOf(columns, TIME));
  return sql` having bool_or(${time} < ${from.toISOString()}::timestamptz) is not true`;
}

function figureSql({ kind, field, parameter }: AggregateCall, columns: readonly FieldReference[], now: Date): Sql {
  if (field === null) return functionOf(kind).toSql(null, parameter);
  const place = placeOf(columns, field);
  return functionOf(kind).toSql(expressionTarget(columns[place] ?? field, nth(place), now), parameter);
}

function orderBy({ columns, order }: Relation): Sql {
  const keys = order.flatMap(({ field, descending }) => {
    const place = columns.findIndex(({ name }) => name === field.name);
    const column = columns[place];
    if (column === undefined) return [];
    const direction = descending ? sql`desc nulls last` : sql`asc nulls last`;
    return orderExpressions(column, nth(place)).map((key) => sql`${key} ${direction}`);
  });
  return keys.length === 0 ? sql.empty : sql`order by ${commas(keys)}`;
}

/** Texts by code point, whatever the database's locale is; an attribute's numbers by size before them. */
function orderExpressions(column: FieldReference, expression: Sql): Sql[] {
  if (column.kind === 'attribute') {
    return [expressionTarget(column, expression, new Date(0)).value, sql`${expression} collate "C"`];
  }
  const isOrdered = ['integer', 'number', 'severity', 'type', 'time'].includes(column.kind);
  return [isOrdered ? expression : sql`${expression} collate "C"`];
}

function nth(place: number): Sql {
  return sql`r.${sql.position(place)}`;
}

function commas(parts: readonly Sql[]): Sql {
  return sql.join(parts, sql`, `);
}
