import { type Cell, cellOfSql, compilePlan, type GroupStep } from '@/lib/query';
import type { Question } from './answer-about';
import { scopeCondition } from './selection';

/** So many groups are given at most by SQL: more than any question of this kind has. */
const ROWS_MAX = 1_000_000;

/** All groups of a step without stretches of time: their values, then their figures; times are microseconds. In any order. */
export async function groupRows({ matching, reader, scope }: Question, step: GroupStep): Promise<Cell[][]> {
  const groups = await matching.groups(step, null, null);
  if (groups !== null) return Array.from({ length: groups.size }, (_, place) => groups.row(place));
  const where = await scopeCondition(reader, scope);
  const plan = { filter: scope.query, steps: [step] };
  const { columns, rows } = compilePlan(plan, { now: scope.now, where, from: null, rowsMax: ROWS_MAX });
  const found = await reader.rows<Record<string, unknown>>(rows);
  return found.map((row) => columns.map((column, index) => cellOfSql(column, row[`c${index}`])));
}
