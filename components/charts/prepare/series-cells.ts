import type { QueryAnswer } from '@/lib/interface';
import type { FieldValue } from '@/lib/query';
import type { AnswerShape } from './answer-shape';
import { keyName, keyValues, numberIn } from './row-values';
import type { Fold, Series } from './series-chart';

/** As many as there are colours that can be told apart. */
export const SERIES_MAX = 6;

/** A figure with the point and the series that it belongs to. */
export interface Cell {
  /** The time or the name of its point. */
  readonly point: string | number;
  readonly pointValues: readonly FieldValue[];
  readonly series: Series;
  readonly figure: number | null;
}

/** A figure of each row; the keys in `apart` tell series apart. */
export function groupCells(
  answer: QueryAnswer,
  shape: AnswerShape,
  apart: readonly number[],
  fold: Fold | null,
): Cell[] {
  const [figure] = shape.figures;
  const name = answer.columns[figure ?? 0] ?? '';
  return answer.rows.flatMap((row) => {
    const place = pointOf(answer, shape, row);
    if (place === null) return [];
    const field = apart.length === 1 ? (answer.kinds[apart[0] ?? 0]?.field ?? null) : null;
    const folded = fold !== null && fold.field === field ? fold.of(row[apart[0] ?? 0] ?? null) : null;
    const series: Series =
      folded === null
        ? {
            name: apart.length === 0 ? name : keyName(row, apart),
            values: keyValues(answer, row, apart),
            clauses: [],
            field,
            isRest: false,
          }
        : { name: folded.name, values: [], clauses: [folded.clause], field, isRest: false };
    return [{ ...place, series, figure: numberIn(row, figure) }];
  });
}

/** Several figures of each row, each a series. */
export function figureCells(answer: QueryAnswer, shape: AnswerShape, figures: readonly number[]): Cell[] {
  return answer.rows.flatMap((row) => {
    const place = pointOf(answer, shape, row);
    if (place === null) return [];
    return figures.map((figure) => ({
      ...place,
      series: { name: answer.columns[figure] ?? '', values: [], clauses: [], field: null, isRest: false },
      figure: numberIn(row, figure),
    }));
  });
}

function pointOf(answer: QueryAnswer, { time, keys }: AnswerShape, row: QueryAnswer['rows'][number]) {
  if (time === null) {
    const first = keys.slice(0, 1);
    return { point: keyName(row, first), pointValues: keyValues(answer, row, first) };
  }
  const start = Date.parse(String(row[time.place]));
  return Number.isNaN(start) ? null : { point: start, pointValues: [] };
}

/** The largest series, and where figures add up one more for the rest. */
export function largest(cells: readonly Cell[], additive: boolean): { series: Series[]; left: string | null } {
  const totals = new Map<string, { series: Series; total: number }>();
  for (const { series, figure } of cells) {
    const known = totals.get(series.name) ?? { series, total: 0 };
    totals.set(series.name, { series, total: known.total + Math.abs(figure ?? 0) });
  }
  const all = [...totals.values()].sort((one, other) => other.total - one.total);
  // Figures beside each other keep the order in which they were asked for.
  const ordered = all.every(({ series }) => series.values.length === 0 && series.clauses.length === 0)
    ? [...totals.values()]
    : all;
  const shown = ordered.slice(0, SERIES_MAX).map(({ series }) => series);
  const rest = ordered.length - shown.length;
  if (rest === 0) return { series: shown, left: null };
  const others: Series = { name: `${rest} others`, values: [], clauses: [], field: null, isRest: true };
  if (additive) return { series: [...shown, others], left: null };
  return { series: shown, left: `the ${SERIES_MAX} largest of ${ordered.length} series` };
}
