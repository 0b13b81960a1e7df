import type { QueryAnswer } from '@/lib/interface';
import { checkPipeline, groupStep, type Plan, parsePipeline, planOf } from '@/lib/query';
import { isNumeric } from './answer-cell-text';

/** What the columns of an answer are to a chart; numbers are their places. */
export interface AnswerShape {
  /** The beginnings of stretches of time, and how long one is in milliseconds. */
  readonly time: { readonly place: number; readonly interval: number } | null;
  /** Fields that the rows are grouped by. */
  readonly keys: readonly number[];
  /** Computed numbers. */
  readonly figures: readonly number[];
  /** All numbers and moments, for a chart of points. */
  readonly measures: readonly number[];
  /** Whether the first figure of several groups can be added up. */
  readonly additive: boolean;
  /** The query itself asks for its first rows only: what is beyond them is unknown. */
  readonly limited: boolean;
}

/** The shape of the answer to a query. While a person types, the query may be none that can be read; then nothing is known to add up. */
export function shapeOf({ kinds, columns }: QueryAnswer, q: string): AnswerShape {
  const plan = checkPipeline(q) === null ? planOf(parsePipeline(q)) : null;
  const places = kinds.map((column, place) => ({ column, place }));
  const time = places.find(({ column }) => column.interval !== null);
  const figures = places.filter(({ column }) => column.field === null && isNumeric(column)).map(({ place }) => place);
  const isGrouped = figures.length > 0 || time !== undefined;
  const keys = places.filter(
    ({ column, place }) => isGrouped && column.field !== null && column.kind !== 'time' && place !== time?.place,
  );
  return {
    time: time === undefined ? null : { place: time.place, interval: time.column.interval ?? 0 },
    keys: keys.map(({ place }) => place),
    figures,
    measures: places
      .filter(({ column }) => column.interval === null && (isNumeric(column) || column.kind === 'time'))
      .filter(({ place }) => !keys.some((key) => key.place === place))
      .map(({ place }) => place),
    additive: isAdditive(plan, columns[figures[0] ?? -1]),
    limited: plan?.steps.some(({ kind }) => kind === 'limit') === true,
  };
}

/** Counts and sums of groups make the count and sum of all of them; averages, quantiles and different values do not. */
function isAdditive(plan: Plan | null, figure: string | undefined): boolean {
  const call = (plan === null ? null : groupStep(plan))?.aggregates.find(({ name }) => name === figure);
  return call?.kind === 'count' || call?.kind === 'sum';
}
