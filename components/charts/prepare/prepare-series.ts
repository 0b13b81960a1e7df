import type { ColumnAnswer, QueryAnswer } from '@/lib/interface';
import { alignTime, type FieldValue } from '@/lib/query';
import type { AnswerShape } from './answer-shape';
import { scaleFor } from './nice-scale';
import { cellName } from './row-values';
import { type Cell, figureCells, groupCells, largest } from './series-cells';
import type { Fold, Series, SeriesChart, SeriesPoint } from './series-chart';

/** A range in milliseconds, the end exclusive. */
interface Moments {
  readonly from: number;
  readonly to: number;
}

interface Options {
  /** Bars and areas of what adds up stand on each other. */
  readonly stack: boolean;
  /** The range asked for, which the axis covers also where nothing happened; null = where the data is. */
  readonly moments: Moments | null;
  readonly fold: Fold | null;
}

const NAMES_MAX = 40;
/** Empty stretches are drawn up to so many in all. */
const STRETCHES_MAX = 2000;

/** Series over time, or over the values of the first key; null when nothing can be drawn. */
export function prepareSeries(answer: QueryAnswer, shape: AnswerShape, options: Options): SeriesChart | null {
  const [figure] = shape.figures;
  const column = answer.kinds[figure ?? -1];
  if (figure === undefined || column === undefined || answer.rows.length === 0) return null;
  const apart = shape.time === null ? shape.keys.slice(1) : shape.keys;
  const figures = apart.length > 0 ? [] : sameUnit(answer.kinds, shape.figures);
  const cells =
    figures.length > 1 ? figureCells(answer, shape, figures) : groupCells(answer, shape, apart, options.fold);
  const { series, left } = largest(cells, shape.additive && figures.length < 2);
  const kept = points(cells, series, answer, shape, options);
  const stacked = options.stack && shape.additive && figures.length < 2;
  const totals = kept.points.flatMap((point) => scaleValues(point, stacked));
  return {
    points: kept.points,
    series,
    interval: shape.time?.interval ?? null,
    unit: column.unit,
    scale: scaleFor(totals, column.unit, !options.stack),
    stacked,
    note: joined([
      left,
      kept.note,
      otherFigures(answer, shape, figures),
      shape.limited ? 'only the rows that the query asks for' : null,
    ]),
  };
}

function points(
  cells: readonly Cell[],
  series: readonly Series[],
  { truncated }: QueryAnswer,
  shape: AnswerShape,
  { moments }: Options,
): { points: SeriesPoint[]; note: string | null } {
  const places = new Map(series.map(({ name }, index) => [name, index]));
  const rest = series.findIndex(({ isRest }) => isRest);
  const found = new Map<string | number, { values: readonly FieldValue[]; figures: (number | null)[] }>();
  for (const { point, pointValues, series: own, figure } of cells) {
    const at = places.get(own.name) ?? rest;
    const known = found.get(point) ?? { values: pointValues, figures: series.map(() => (shape.additive ? 0 : null)) };
    found.set(point, known);
    if (at >= 0 && figure !== null) known.figures[at] = shape.additive ? (known.figures[at] ?? 0) + figure : figure;
  }
  const cut = truncated ? 'only the rows of the answer' : null;
  if (shape.time === null) {
    const named = [...found]
      .slice(0, NAMES_MAX)
      .map(([label, point]) => ({ label: String(label), time: null, ...point }));
    return {
      points: named,
      note: joined([found.size > NAMES_MAX ? `the first ${NAMES_MAX} of ${found.size}` : null, cut]),
    };
  }
  const times = [...found.keys()].map(Number);
  const empty = { values: [], figures: series.map(() => (shape.additive ? 0 : null)) };
  return {
    points: stretches(times, shape.time.interval, moments).map((time) => ({
      label: '',
      time,
      ...(found.get(time) ?? empty),
    })),
    note: cut,
  };
}

/** Every stretch from the first to the last, those without a row too; only those with one where that would be too many. */
function stretches(times: readonly number[], interval: number, moments: Moments | null): number[] {
  const first = times.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  const last = times.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
  const from = moments === null ? first : Math.min(first, alignTime(moments.from, interval));
  const to = moments === null ? last : Math.max(last, alignTime(moments.to - 1, interval));
  const count = Math.round((to - from) / interval) + 1;
  if (count > STRETCHES_MAX) return [...times].sort((one, other) => one - other);
  return Array.from({ length: count }, (_, index) => from + index * interval);
}

function scaleValues({ figures }: SeriesPoint, stacked: boolean): number[] {
  const known = figures.filter((figure) => figure !== null);
  return stacked ? [known.reduce((sum, figure) => sum + figure, 0)] : known;
}

/** The figures that share an axis with the first one. */
function sameUnit(kinds: readonly ColumnAnswer[], figures: readonly number[]): number[] {
  const [first] = figures;
  return figures.filter((figure) => kinds[figure]?.unit === kinds[first ?? 0]?.unit);
}

function otherFigures({ columns }: QueryAnswer, shape: AnswerShape, drawn: readonly number[]): string | null {
  const shown = drawn.length > 1 ? drawn : shape.figures.slice(0, 1);
  return shown.length === shape.figures.length
    ? null
    : `only ${shown.map((place) => cellName(columns[place] ?? null)).join(', ')}`;
}

function joined(notes: readonly (string | null)[]): string | null {
  const said = notes.filter((note) => note !== null);
  return said.length === 0 ? null : said.join(' · ');
}
