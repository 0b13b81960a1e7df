import type { QueryAnswer } from '@/lib/interface';
import { shapeOf } from './answer-shape';
import { numberIn } from './row-values';

/** Whether there is anything to draw: a row that has at least one of the fields it is grouped by, and one that has a figure. */
export function isDrawable(answer: QueryAnswer, q: string): boolean {
  const { keys, figures } = shapeOf(answer, q);
  const named = keys.length === 0 || answer.rows.some((row) => keys.some((key) => (row[key] ?? null) !== null));
  return named && answer.rows.some((row) => figures.some((figure) => (numberIn(row, figure) ?? 0) !== 0));
}
