import {
  type CompiledPlan,
  cellOfSql,
  compilePlan,
  type FieldReference,
  type Plan,
  type Sql,
  shownCell,
} from '@/lib/query';
import type { Question } from './answer-about';
import { answerOfGroups, wantedGroups } from './group-answer';
import { rowsByPaths } from './path-rows';
import type { Reader } from './read-only';
import { scopeCondition } from './selection';

type ShownCell = string | number | null;

/** Rows of a plan; times are microseconds. `total` may be more than there are rows. */
export interface Rows {
  readonly columns: readonly FieldReference[];
  readonly rows: readonly (readonly ShownCell[])[];
  readonly total: number;
}

/**
 * The first rows that a plan gives of the events of a question: from originals where its steps name paths, else from columns, else by
 * SQL. `from`: where the range asked for begins. Throws `BadRequest` as `rowsByPaths`.
 */
export async function rowsOfPlan(question: Question, plan: Plan, rowsMax: number, from: Date | null): Promise<Rows> {
  return (
    (await rowsOfPaths(question, plan, rowsMax, from)) ??
    (await rowsByColumns(question, plan, rowsMax, from)) ??
    (await rowsBySql(question, plan, rowsMax, from))
  );
}

/** The rows, when columns can group the events as the plan begins; else null. */
async function rowsByColumns(
  { matching, scope }: Question,
  { steps }: Plan,
  rowsMax: number,
  from: Date | null,
): Promise<Rows | null> {
  const [first] = steps;
  const start = from?.getTime() ?? null;
  const wanted = wantedGroups(steps, rowsMax);
  const groups = first?.kind === 'group' ? await matching.groups(first, start, wanted) : null;
  if (groups === null) return null;
  const range = { now: scope.now, from: start, to: scope.to?.getTime() ?? null };
  const { columns, rows, total } = answerOfGroups(steps, groups, { rowsMax, wanted }, range);
  return { columns, rows, total };
}

/** The rows, when steps look into the originals; else null. */
async function rowsOfPaths(question: Question, plan: Plan, rowsMax: number, from: Date | null): Promise<Rows | null> {
  const { now, to } = question.scope;
  const range = { now, from: from?.getTime() ?? null, to: to?.getTime() ?? null };
  const answer = plan.steps.length === 0 ? null : await rowsByPaths(question, plan, range);
  if (answer === null) return null;
  const { columns, rows } = answer;
  return { columns, rows: rows.slice(0, rowsMax), total: rows.length };
}

async function rowsBySql({ reader, scope }: Question, plan: Plan, rowsMax: number, from: Date | null): Promise<Rows> {
  const where = await scopeCondition(reader, scope);
  const compiled = compilePlan(plan, { now: scope.now, where, from, rowsMax });
  return { columns: compiled.columns, ...(await readRows(reader, compiled, rowsMax)) };
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

function cellOf(column: FieldReference, value: unknown): ShownCell {
  return shownCell(column, cellOfSql(column, value));
}
