import type { QueryAnswer } from '@/lib/interface';
import { CHART_KINDS, type ChartKind } from '../chart-kind';
import type { AnswerShape } from './answer-shape';

/** A grid with fewer of its cells filled is mostly nothing. */
const FILLED_MIN = 0.25;
/** So many rows and columns are still read as a grid. */
const GRID_MAX = 60;

/** The kinds of chart that an answer can be shown as; `table` always. */
export function possibleKinds({ time, keys, figures, measures }: AnswerShape): readonly ChartKind[] {
  const possible: Readonly<Record<ChartKind, boolean>> = {
    bars: figures.length > 0 && (time !== null || keys.length > 0),
    lines: figures.length > 0 && time !== null,
    area: figures.length > 0 && time !== null,
    top: figures.length > 0 && time === null && keys.length > 0,
    heatmap: figures.length > 0 && keys.length + (time === null ? 0 : 1) >= 2,
    scatter: measures.length >= 2 && time === null,
    table: true,
  };
  return CHART_KINDS.filter((kind) => possible[kind]);
}

/**
 * The kind that shows most of an answer: over time bars of what adds up and lines of what does not; of two fields whose
 * combinations fill a grid a heatmap; of any other groups the largest. One row needs no picture, and neither do events.
 */
export function defaultKind(shape: AnswerShape, answer: QueryAnswer): ChartKind {
  const { time, keys, figures } = shape;
  if (answer.rows.length < 2 || figures.length === 0) return 'table';
  if (time !== null) return shape.additive ? 'bars' : 'lines';
  if (keys.length === 2 && fillsGrid(keys, answer)) return 'heatmap';
  return keys.length > 0 ? 'top' : 'table';
}

function fillsGrid(keys: readonly number[], { rows }: QueryAnswer): boolean {
  const [high = 0, wide = 0] = keys.map((key) => new Set(rows.map((row) => row[key])).size);
  return high > 2 && wide > 2 && high <= GRID_MAX && wide <= GRID_MAX && rows.length / (high * wide) >= FILLED_MIN;
}
