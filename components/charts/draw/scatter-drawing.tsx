'use client';

import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { CartesianGrid, Scatter, ScatterChart, Tooltip, XAxis, YAxis } from 'recharts';
import { timeTicks, type Zone } from '@/components/time';
import type { ChartMark } from '../chart-mark';
import { shortFigure } from '../prepare/figure-text';
import type { ScatterChart as Chart, ScatterAxis, ScatterPoint } from '../prepare/prepare-scatter';
import { MONO, type PictureSize } from './picture-size';

export interface ScatterDrawingProps extends PictureSize {
  label: string;
  chart: Chart;
  zone: Zone;
  onChoose: (mark: ChartMark) => void;
  onPoint: (text: string | null) => void;
}

const TICK = { fontSize: 10, fontFamily: MONO, fill: 'var(--faint)' } as const;
const NAME = { fontSize: 10, fill: 'var(--faint)' } as const;
const LEFT = 72;

/** A point for each row, one number against another. Arrow keys go from point to point, left to right; Enter filters. */
export function ScatterDrawing({ label, chart, zone, width, height, onChoose, onPoint }: ScatterDrawingProps) {
  const { x, y, points } = chart;
  const [current, setCurrent] = useState<number | null>(null);
  const ordered = useRef<readonly ScatterPoint[]>(points);
  useEffect(() => {
    ordered.current = [...points].sort((one, other) => one.x - other.x || one.y - other.y);
  }, [points]);
  const go = useCallback(
    (point: ScatterPoint | null) => {
      setCurrent(point === null ? null : ordered.current.indexOf(point));
      onPoint(point?.mark.text ?? null);
    },
    [onPoint],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const point = current === null ? undefined : ordered.current[current];
    if (step !== undefined) {
      const next = current === null ? 0 : Math.min(points.length - 1, Math.max(0, current + step));
      go(ordered.current[next] ?? null);
    } else if (event.key === 'Enter' && point !== undefined) onChoose(point.mark);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const active = current === null ? undefined : ordered.current[current];
  return (
    <fieldset aria-label={label} className="min-w-0" onKeyDownCapture={onKeyDown} onBlur={() => go(null)}>
      <ScatterChart
        {...{ width, height }}
        accessibilityLayer
        title={`${label}. Left and right go from point to point, Enter filters`}
        margin={{ top: 8, right: 12, bottom: 4, left: 0 }}
      >
        <CartesianGrid stroke="var(--line)" />
        <XAxis
          type="number"
          dataKey="x"
          {...axis(x, width, zone)}
          height={34}
          label={{ value: x.name, position: 'insideBottom', ...NAME }}
        />
        <YAxis
          type="number"
          dataKey="y"
          {...axis(y, height, zone)}
          width={LEFT}
          label={{ value: y.name, angle: -90, position: 'insideLeft', ...NAME }}
        />
        <Tooltip content={() => null} cursor={{ stroke: 'var(--line-strong)' }} isAnimationActive={false} />
        <Scatter
          data={[...points]}
          isAnimationActive={false}
          fill="var(--accent)"
          fillOpacity={0.65}
          className="cursor-pointer"
          onMouseEnter={(_, index) => go(points[index] ?? null)}
          onMouseLeave={() => go(null)}
          onClick={(_, index) => {
            const point = points[index];
            if (point !== undefined) onChoose(point.mark);
          }}
        />
        {active === undefined ? null : (
          <Scatter data={[active]} isAnimationActive={false} fill="var(--warn)" shape="diamond" />
        )}
      </ScatterChart>
    </fieldset>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowUp: 10, ArrowDown: -10 };

function axis({ scale, isTime, unit }: ScatterAxis, length: number, zone: Zone) {
  const times = isTime ? timeTicks(scale.from, scale.to, zone, Math.max(2, Math.floor(length / 90))) : [];
  const names = new Map(times.map(({ time, label }) => [time, label]));
  return {
    scale: scale.kind,
    domain: [scale.from, scale.to] as [number, number],
    ticks: isTime ? times.map(({ time }) => time) : [...scale.ticks],
    tickFormatter: (value: number) => (isTime ? (names.get(value) ?? '') : shortFigure(value, unit)),
    tick: TICK,
    tickLine: false,
    axisLine: { stroke: 'var(--line-strong)' },
    allowDataOverflow: true,
  };
}
