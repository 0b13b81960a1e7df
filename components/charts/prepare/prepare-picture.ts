import type { QueryAnswer } from '@/lib/interface';
import type { ChartKind } from '../chart-kind';
import { shapeOf } from './answer-shape';
import { type Heatmap, prepareHeatmap } from './prepare-heatmap';
import { prepareMap, type ServiceMap } from './prepare-map';
import { prepareRanking, type Ranking } from './prepare-ranking';
import { prepareScatter, type ScatterChart } from './prepare-scatter';
import { prepareSeries } from './prepare-series';
import type { Fold, SeriesChart } from './series-chart';

/** An answer ready to be drawn. `note` says what of it is not. */
export type Picture = { readonly note: string | null } & (
  | { readonly kind: 'bars' | 'lines' | 'area'; readonly series: SeriesChart }
  | { readonly kind: 'top'; readonly ranking: Ranking }
  | { readonly kind: 'heatmap'; readonly heatmap: Heatmap }
  | { readonly kind: 'scatter'; readonly scatter: ScatterChart }
  | { readonly kind: 'map'; readonly map: ServiceMap }
  | { readonly kind: 'table' }
);

/** Which of an answer's groups, by their names, are marked; null when nobody knows. */
export interface PictureMarks {
  readonly isNew: ((name: string) => boolean) | null;
  readonly isDenied: ((name: string) => boolean) | null;
}

export interface PictureOptions {
  readonly kind: ChartKind | 'map';
  readonly moments: { readonly from: number; readonly to: number } | null;
  readonly fold: Fold | null;
  readonly marks: PictureMarks;
  /** In pixels; they say how much can be told apart. */
  readonly width: number;
  readonly height: number;
}

const BAR_HEIGHT = 14;
const CELL_HEIGHT = 15;
const CELL_WIDTH = 24;
const NODE_HEIGHT = 17;
const BARS_MAX = 40;

/** Chooses what of an answer can be shown in so much room; null when nothing of it can be drawn in that way. */
export function preparePicture(answer: QueryAnswer, q: string, options: PictureOptions): Picture | null {
  const { kind, moments, fold, marks, width, height } = options;
  const shape = shapeOf(answer, q);
  switch (kind) {
    case 'top': {
      const ranking = prepareRanking(
        answer,
        shape,
        Math.min(BARS_MAX, Math.max(3, Math.floor(height / BAR_HEIGHT))),
        marks.isNew,
      );
      return { kind, ranking, note: ranking.note };
    }
    case 'heatmap': {
      const limits = {
        rows: Math.max(3, Math.floor(height / CELL_HEIGHT) - 1),
        columns: Math.max(3, Math.floor((width * 0.65) / CELL_WIDTH)),
      };
      const heatmap = prepareHeatmap(answer, shape, limits, marks.isNew);
      return { kind, heatmap, note: heatmap.note };
    }
    case 'map': {
      const nodes = Math.max(6, Math.floor(height / NODE_HEIGHT) * 2);
      const map = prepareMap(answer, shape, { ...marks, nodesMax: nodes, edgesMax: nodes * 2 });
      return { kind, map, note: map.note };
    }
    case 'scatter': {
      const scatter = prepareScatter(answer, shape);
      return scatter === null ? null : { kind, scatter, note: scatter.note };
    }
    case 'table':
      return { kind, note: null };
    default: {
      const series = prepareSeries(answer, shape, { stack: kind !== 'lines', moments, fold });
      return series === null ? null : { kind, series, note: series.note };
    }
  }
}
