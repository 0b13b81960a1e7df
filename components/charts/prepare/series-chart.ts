import type { FieldValue, Unit } from '@/lib/query';
import type { ChartMark } from '../chart-mark';
import { wholeFigure } from './figure-text';
import type { Scale } from './nice-scale';

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

function iso(time: number): string {
  return new Date(time).toISOString();
}
