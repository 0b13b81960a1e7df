import { type EvaluationOptions, type PlanAnswer, shownRows } from './evaluate';
import { FirstRows } from './first-rows';
import { rowCondition } from './row-condition';
import { groupOrder } from './row-fields';
import { type Row, rowOrder } from './row-order';
import { groupColumns } from './shape';
import type { Step } from './steps';

/** The rows that a plan gives of groups, the first ones in order, and how many there are in all. */
export interface GroupsAnswer extends PlanAnswer {
  readonly total: number;
}

/**
 * What the steps behind a plan's first one, which makes groups of events, give of rows that were grouped by other means: the
 * columns of `groupColumns`, in any order. At most `rowsMax` rows are given; of the groups no more are held than the steps
 * need.
 */
export function evaluateGroups(
  [step, ...steps]: readonly Step[],
  rows: Iterable<Row>,
  options: EvaluationOptions,
  rowsMax: number,
): GroupsAnswer {
  if (step?.kind !== 'group') throw new RangeError('the first step of the plan makes no groups');
  const columns = groupColumns(step);
  const end = steps.findIndex(({ kind }) => kind === 'limit' || kind === 'group');
  const [before, after] = end < 0 ? [steps, []] : [steps.slice(0, end), steps.slice(end)];
  const conditions = before.flatMap((own) =>
    own.kind === 'where' ? [rowCondition(own.query, columns, options.now)] : [],
  );
  const sorts = before.flatMap((own) => (own.kind === 'sort' ? [own] : [])).toReversed();
  const order = [...sorts.flatMap(({ keys }) => keys), ...groupOrder(step)];
  const first = new FirstRows(rowsNeeded(after[0], rowsMax), rowOrder(columns, order));
  let passed = 0;
  for (const row of rows) {
    if (!conditions.every((holds) => holds(row))) continue;
    passed += 1;
    first.add(row);
  }
  const shown = before.findLast((own) => own.kind === 'fields')?.fields ?? columns;
  const answer = shownRows(after, { columns, rows: first.finish(), order, shown }, options);
  return {
    columns: answer.columns,
    rows: answer.rows.slice(0, rowsMax),
    total: end < 0 ? passed : answer.rows.length,
  };
}

/** How many of the sorted rows the next step looks at. */
function rowsNeeded(next: Step | undefined, rowsMax: number): number {
  if (next === undefined) return rowsMax;
  return next.kind === 'limit' ? next.rows : Number.POSITIVE_INFINITY;
}
