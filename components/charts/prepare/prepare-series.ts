import type { ColumnAnswer, QueryAnswer } from '@/lib/interface';
import { alignTime, type FieldValue, type Unit } from '@/lib/query';
import type { ChartMark } from '../chart-mark';
import type { AnswerShape } from './answer-shape';
import { wholeFigure } from './figure-text';
import { type Scale, scaleFor } from './nice-scale';
import { cellName, keyName, keyValues, numberIn } from './row-values';

/** A line, or a colour of stacked bars. */
export interface Series {
  readonly name: string;
  /** What its events have; empty for figures and for the rest. */
  readonly values: readonly FieldValue[];
  readonly clauses: readonly string[];
  /** The field that tells series apart, null when they are figures; severities have colours of their own. */
  readonly field: string | null;
  readonly isRest: boolean;
}

/** A place on the horizontal axis. */
export interface SeriesPoint {
  readonly label: string;
  /** Milliseconds since 1970 where a stretch begins; null on an axis of names. */
  readonly time: number | null;
  readonly values: readonly FieldValue[];
  /** By series; null where there is nothing. */
  readonly figures: readonly (number | null)[];
}

export interface SeriesChart {
  readonly points: readonly SeriesPoint[];
  readonly series: readonly Series[];
  /** How long a stretch of time is, in milliseconds; null on an axis of names. */
  readonly interval: number | null;
  readonly unit: Unit | null;
  readonly scale: Scale;
  readonly stacked: boolean;
  /** What is not drawn; null when all is. */
  readonly note: string | null;
}

/** Values of a field that are one series together: status codes that are a class. */
export interface Fold {
  readonly field: string;
  /** The series of a value, and the clause that means all of its events. */
  of(value: string | number | null): { readonly name: string; readonly clause: string } | null;
}

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

/** As many as there are colours that can be told apart. */
export const SERIES_MAX = 6;
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

/** The mark at a point, of one series or of all of them together. */
export function seriesMark(chart: SeriesChart, at: number, of: number | null): ChartMark | null {
  const point = chart.points[at];
  if (point === undefined) return null;
  const series = of === null ? undefined : chart.series[of];
  const range =
    point.time === null || chart.interval === null
      ? null
      : { from: iso(point.time), to: iso(point.time + chart.interval) };
  const isWhole = series === undefined || series.isRest;
  return {
    text:
      series === undefined ? pointText(chart, point) : `${series.name} ${figureText(chart, point.figures[of ?? 0])}`,
    values: [...point.values, ...(isWhole ? [] : series.values)],
    clauses: isWhole ? [] : series.clauses,
    range,
  };
}

function pointText(chart: SeriesChart, point: SeriesPoint): string {
  const said = chart.series.flatMap(({ name }, index) => {
    const figure = point.figures[index] ?? null;
    const isNothing = figure === null || (figure === 0 && chart.series.length > 1);
    return isNothing
      ? []
      : [chart.series.length > 1 ? `${name} ${figureText(chart, figure)}` : figureText(chart, figure)];
  });
  return said.length === 0 ? 'nothing' : said.join(', ');
}

function figureText({ unit }: SeriesChart, figure: number | null | undefined): string {
  return figure === null || figure === undefined ? 'nothing' : wholeFigure(figure, unit);
}

interface Cell {
  /** The time or the name of its point. */
  readonly point: string | number;
  readonly pointValues: readonly FieldValue[];
  readonly series: Series;
  readonly figure: number | null;
}

function groupCells(answer: QueryAnswer, shape: AnswerShape, apart: readonly number[], fold: Fold | null): Cell[] {
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

function figureCells(answer: QueryAnswer, shape: AnswerShape, figures: readonly number[]): Cell[] {
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
function largest(cells: readonly Cell[], additive: boolean): { series: Series[]; left: string | null } {
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

function iso(time: number): string {
  return new Date(time).toISOString();
}
