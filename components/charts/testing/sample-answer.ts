import type { ColumnAnswer, QueryAnswer } from '@/lib/interface';
import { evaluatePlan, type FieldReference, groupStep, parsePipeline, planOf, unitOf } from '@/lib/query';

const HOUR = 3_600_000;
const NOTHING = { now: new Date(0), from: null, to: null };

/**
 * What the server would answer to a query with these rows, for tests of what is drawn of it. A timeline's stretches are hours.
 * `total`: how many rows there would be, if not all are given.
 */
export function answerOf(q: string, rows: QueryAnswer['rows'], total = rows.length): QueryAnswer {
  const plan = planOf(parsePipeline(q));
  const { columns } = evaluatePlan(plan, [], NOTHING);
  const isTimeline = groupStep(plan)?.bucket != null;
  return {
    columns: columns.map(({ name }) => name),
    rows,
    kinds: columns.map((column) => kindOf(column, isTimeline)),
    total,
    truncated: total > rows.length,
    exact: true,
    words: '',
    notes: [],
    baseline: null,
  };
}

function kindOf(column: FieldReference, isTimeline: boolean): ColumnAnswer {
  const isFigure = column.unit !== undefined;
  const { kind } = column;
  const isOwn = kind === 'integer' || kind === 'number' || kind === 'time' || kind === 'severity' || kind === 'type';
  const interval = kind === 'time' && !isFigure && isTimeline ? HOUR : null;
  return { kind: isOwn ? kind : 'text', unit: unitOf(column), field: isFigure ? null : column.name, interval };
}
