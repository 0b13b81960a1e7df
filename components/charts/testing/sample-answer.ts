import type { ColumnAnswer, QueryAnswer } from '@/lib/interface';
import { type FieldReference, groupStep, parsePipeline, planOf, unitOf } from '@/lib/query';

const HOUR = 3_600_000;

/** What the server would answer to a query with these rows, for tests of what is drawn of it. A timeline's stretches are hours. */
export function answerOf(
  q: string,
  columns: readonly FieldReference[],
  rows: QueryAnswer['rows'],
  total = rows.length,
): QueryAnswer {
  const isTimeline = groupStep(planOf(parsePipeline(q)))?.bucket != null;
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
  const shown =
    kind === 'integer' || kind === 'number' || kind === 'time' || kind === 'severity' || kind === 'type'
      ? kind
      : 'text';
  const interval = kind === 'time' && !isFigure && isTimeline ? HOUR : null;
  return { kind: shown, unit: unitOf(column), field: isFigure ? null : column.name, interval };
}
