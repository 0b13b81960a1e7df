/** Ways to show an answer, in the order of the choice. `table` is the answer alone, without a picture. */
export const CHART_KINDS = ['bars', 'lines', 'area', 'top', 'heatmap', 'scatter', 'table'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

export const CHART_TITLES: Readonly<Record<ChartKind, string>> = {
  bars: 'Bars',
  lines: 'Lines',
  area: 'Area',
  top: 'Largest',
  heatmap: 'Heatmap',
  scatter: 'Scatter',
  table: 'Table',
};

export function isChartKind(text: string | null): text is ChartKind {
  return CHART_KINDS.some((kind) => kind === text);
}
