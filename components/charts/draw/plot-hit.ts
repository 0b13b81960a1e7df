import type { SeriesChart } from '../prepare/series-chart';

/** The part of a drawing that the axes enclose, in pixels from its top left corner. */
export interface PlotArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** So near a line must be, in pixels, to be pointed at. */
const LINE_REACH = 12;

/** The point under a horizontal position; the nearest one beyond the ends. */
export function pointAt(x: number, { left, width }: PlotArea, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor(((x - left) / Math.max(1, width)) * count)));
}

/** The series under a position: the part of a stacked bar, or the nearest line; null where none is. */
export function seriesAt(chart: SeriesChart, at: number, y: number, area: PlotArea): number | null {
  const figures = chart.points[at]?.figures ?? [];
  const value = valueAt(chart, y, area);
  if (chart.stacked) {
    let below = 0;
    for (const [index, figure] of figures.entries()) {
      if (figure === null || figure <= 0) continue;
      if (value >= below && value < below + figure) return index;
      below += figure;
    }
    return null;
  }
  let [best, reach]: [number | null, number] = [null, LINE_REACH];
  for (const [index, figure] of figures.entries()) {
    if (figure === null) continue;
    const away = Math.abs(heightOf(chart, figure, area) - y);
    if (away < reach) [best, reach] = [index, away];
  }
  return best;
}

/** How far down a figure lies. */
function heightOf({ scale }: SeriesChart, figure: number, { top, height }: PlotArea): number {
  const [from, to, own] = [scale.from, scale.to, figure].map((value) =>
    scale.kind === 'log' ? Math.log10(Math.max(value, scale.from)) : value,
  );
  return top + height * (1 - ((own ?? 0) - (from ?? 0)) / Math.max(1e-12, (to ?? 1) - (from ?? 0)));
}

function valueAt({ scale }: SeriesChart, y: number, { top, height }: PlotArea): number {
  return scale.from + (1 - (y - top) / Math.max(1, height)) * (scale.to - scale.from);
}
