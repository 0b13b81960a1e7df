'use client';

import { useEffect, useMemo } from 'react';
import { Area, Bar, CartesianGrid, ComposedChart, Line, Tooltip, useActiveTooltipLabel, XAxis, YAxis } from 'recharts';
import type { Zone } from '@/components/time';
import type { ChartMark } from '../chart-mark';
import { shortFigure } from '../prepare/figure-text';
import type { SeriesChart } from '../prepare/series-chart';
import { axisTicks } from './axis-ticks';
import { MONO, type PictureSize } from './picture-size';
import type { PlotArea } from './plot-hit';
import { LINE_DASHES, seriesColors } from './series-look';
import { usePlotPointer } from './use-plot-pointer';

export interface SeriesDrawingProps extends PictureSize {
  kind: 'bars' | 'lines' | 'area';
  label: string;
  color: string;
  chart: SeriesChart;
  zone: Zone;
  onChoose: (mark: ChartMark) => void;
  onRange: (from: string, to: string) => void;
  onPoint: (text: string | null) => void;
}

const AXIS_HEIGHT = 20;
const TOP = 6;
const RIGHT = 8;
const FIGURE_CHARACTER = 6.2;
const TICK = { fontSize: 10, fontFamily: MONO, fill: 'var(--faint)' } as const;

/**
 * Bars, lines or areas, drawn by Recharts, whose accessibility layer moves along the points with the left and right arrow. Up and
 * down choose a series, Enter filters by what is chosen; dragging, or Shift with the arrows, chooses a stretch of time.
 */
export function SeriesDrawing(props: SeriesDrawingProps) {
  const { kind, label, chart, zone, width, height } = props;
  const { points, series, scale, unit } = chart;
  const figures = scale.ticks.map((tick) => shortFigure(tick, unit));
  const left = Math.ceil(Math.max(...figures.map((text) => text.length), 1) * FIGURE_CHARACTER) + 8;
  const area: PlotArea = { left, top: TOP, width: width - left - RIGHT, height: height - TOP - AXIS_HEIGHT };
  const pointer = usePlotPointer(props, area);
  const colors = seriesColors(series, props.color);
  const data = useMemo(() => points.map(({ figures: own }, at) => ({ at, own })), [points]);
  const ticks = axisTicks(chart, area.width, zone);
  const names = new Map(ticks.map((tick) => [tick.at, tick.label]));
  const { selection } = pointer;
  return (
    <div className="relative touch-none select-none" {...pointer.handlers}>
      <ComposedChart
        {...{ width, height, data }}
        accessibilityLayer
        title={`${label}. Left and right go along it, up and down choose a series, Enter filters`}
        margin={{ top: TOP, right: RIGHT, bottom: 0, left: 0 }}
        barCategoryGap={points.length > 60 ? 0 : '12%'}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="at"
          scale="band"
          height={AXIS_HEIGHT}
          interval={0}
          ticks={ticks.map(({ at }) => at)}
          tickFormatter={(at: number) => names.get(at) ?? ''}
          tick={TICK}
          tickLine={false}
          tickMargin={4}
          axisLine={{ stroke: 'var(--line-strong)' }}
        />
        <YAxis
          width={left}
          scale={scale.kind}
          domain={[scale.from, scale.to]}
          ticks={[...scale.ticks]}
          tickFormatter={(figure: number) => shortFigure(figure, unit)}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          allowDataOverflow
        />
        {series.map(({ name }, index) => (
          <SeriesShape key={name} {...{ kind, chart, name, index }} color={colors[index] ?? ''} />
        ))}
        <Tooltip
          content={() => null}
          cursor={kind === 'bars' ? { fill: 'var(--text)', fillOpacity: 0.08 } : { stroke: 'var(--line-strong)' }}
          isAnimationActive={false}
        />
        <ActivePoint onActive={pointer.onActive} />
      </ComposedChart>
      {selection === null ? null : (
        <div
          className="pointer-events-none absolute rounded-sm border border-accent bg-accent/15"
          style={{ top: TOP, height: area.height, left: selection.left, width: selection.width }}
        />
      )}
    </div>
  );
}

interface SeriesShapeProps {
  kind: SeriesDrawingProps['kind'];
  chart: SeriesChart;
  name: string;
  index: number;
  color: string;
}

function SeriesShape({ kind, chart, name, index, color }: SeriesShapeProps) {
  const isLog = chart.scale.kind === 'log';
  // Nothing has no place on an axis of ratios.
  const dataKey = ({ own }: { readonly own: readonly (number | null)[] }) => {
    const figure = own[index] ?? null;
    return isLog && figure !== null && figure <= 0 ? null : figure;
  };
  const stack = chart.stacked ? { stackId: 'all' } : {};
  const dot = chart.points.length > 40 ? false : { r: 1.6, strokeWidth: 0, fill: color };
  const common = { name, dataKey, isAnimationActive: false } as const;
  if (kind === 'bars') return <Bar {...common} {...stack} fill={color} />;
  const line = { ...common, type: 'linear', stroke: color, strokeWidth: 1.5, dot, activeDot: { r: 3 } } as const;
  const dash = LINE_DASHES[index % LINE_DASHES.length];
  if (kind === 'area') return <Area {...line} {...stack} fill={color} fillOpacity={chart.stacked ? 0.5 : 0.18} />;
  return <Line {...line} {...(dash === undefined ? {} : { strokeDasharray: dash })} />;
}

/** Tells which point Recharts has as its active one: the keys move it. */
function ActivePoint({ onActive }: { onActive: (at: number | null) => void }) {
  const label = useActiveTooltipLabel();
  const at = label === undefined ? null : Number(label);
  useEffect(() => onActive(at), [at, onActive]);
  return null;
}
