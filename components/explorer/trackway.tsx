'use client';

import { type ReactNode, useMemo } from 'react';
import { sliceColors } from '@/components/charts';
import { formatCount } from '@/components/text';
import { rangeLabel, type Zone, zoneLabel } from '@/components/time';
import { Button, classNames } from '@/components/ui';
import { LOG_TYPES as LANES, type LogType } from '@/lib/events';
import { type BarSelection, edgesOfSelection, rangeOfSelection } from './bar-selection';
import { BreakdownMenu } from './breakdown-menu';
import { EventMark } from './event-mark';
import { LaneAxis, LaneLegend, RangeStrip } from './lane-axis';
import { LaneCard } from './lane-card';
import { emphasisOf, LANE_HEIGHTS, LaneRow } from './lane-row';
import { countsBetween, type Trackway as Drawing } from './prepare-lanes';
import type { Moments } from './range-moves';
import { type Brush, useBrush } from './use-brush';

interface TrackwayProps {
  /** Null when nothing is known yet, and when no event has a time. */
  trackway: Drawing | null;
  /** False while the query cannot be read. */
  asking: boolean;
  type: LogType | null;
  by: string | null;
  zone: Zone;
  thisYear: number;
  /** The data's own first and last time, when the range is only a part of it. */
  span: Moments | null;
  /** The time of the open event, marked by a line. */
  mark: string | null;
  loading: boolean;
  error: string | null;
  /** What lies on the bars of all lanes. */
  marks: ReactNode;
  /** What shows and hides it. */
  marksToggle: ReactNode;
  hrefOf: (type: LogType | null) => string;
  onRetry: () => void;
  onRange: (from: string, to: string) => void;
  onZoomOut: () => void;
  onBreakdown: (by: string | null) => void;
}

const COLUMNS = '116px minmax(0,1fr) 84px';
const PLOT_HEIGHT = 140;

/** The five lanes on one axis of time. */
export function Trackway(props: TrackwayProps) {
  const { trackway, type, by, zone, loading, error } = props;
  const colors = useMemo(() => sliceColors(trackway?.values ?? [], by), [trackway, by]);
  return (
    <section
      aria-label="Trackway: events of the five lanes over time"
      aria-busy={loading}
      className="relative border-y bg-panel px-4 pt-2 pb-1"
      style={{ '--lane-columns': COLUMNS } as React.CSSProperties}
    >
      {loading ? <div className="progress-line" /> : null}
      {error === null ? null : (
        <Notice tone="error" text={`The lanes could not be drawn: ${error}`} onRetry={props.onRetry} />
      )}
      {error === null && trackway === null ? <Notice tone="plain" text={instead(props)} /> : null}
      {error === null && trackway !== null ? <Lanes {...props} trackway={trackway} colors={colors} /> : null}
      <div className="grid h-[22px] grid-cols-[var(--lane-columns)] items-center gap-x-3">
        <div className="flex min-w-0 items-center justify-between gap-1">
          <BreakdownMenu by={by} type={type} onChange={props.onBreakdown} />
          {trackway === null ? null : props.marksToggle}
        </div>
        {trackway === null ? <span /> : <LaneAxis trackway={trackway} zone={zone} />}
        <span className="text-right font-mono text-2xs text-faint">
          {trackway === null ? '' : zoneLabel(zone, trackway.from)}
        </span>
      </div>
      {trackway === null || props.span === null ? null : <RangeStrip trackway={trackway} span={props.span} />}
      {by === null || trackway === null ? null : <LaneLegend values={trackway.values} colors={colors} />}
    </section>
  );
}

function Lanes(props: TrackwayProps & { trackway: Drawing; colors: ReadonlyMap<string, string> }) {
  const { trackway, type, zone, thisYear, mark, loading, colors } = props;
  const select = (selection: BarSelection) => {
    const { from, to } = rangeOfSelection(trackway, selection);
    props.onRange(from, to);
  };
  const brush = useBrush({ bars: trackway.times.length, onSelect: select, onZoomOut: props.onZoomOut });
  const { selection } = brush;
  const edges = selection === null ? null : edgesOfSelection(selection, trackway.times.length);
  const pointed = brush.y === null ? type : laneAt(brush.y, type);
  return (
    <div className={classNames('relative transition-opacity', loading && 'opacity-60')} style={{ height: PLOT_HEIGHT }}>
      {trackway.lanes.map((lane) => (
        <LaneRow
          key={lane.type}
          lane={lane}
          emphasis={emphasisOf(lane.type, type)}
          href={props.hrefOf(lane.type === type ? null : lane.type)}
          values={trackway.values}
          colors={colors}
        />
      ))}
      <div className="pointer-events-none absolute inset-0 grid grid-cols-[var(--lane-columns)] gap-x-3">
        <span />
        <div className="pointer-events-auto relative">
          <BrushArea brush={brush} trackway={trackway} type={type} zone={zone} thisYear={thisYear} />
          {props.marks}
          {mark === null ? null : <EventMark trackway={trackway} time={mark} />}
          {edges === null || selection === null ? null : (
            <>
              <div
                className={classNames(
                  'pointer-events-none absolute inset-y-0 rounded-sm border border-accent bg-accent/10',
                  !brush.dragging && selection.first === selection.last && 'border-transparent bg-text/10',
                )}
                style={{ left: `${edges.left * 100}%`, width: `${edges.width * 100}%` }}
              />
              <div
                className="pointer-events-none absolute top-full z-30 mt-1"
                style={
                  edges.left > 0.5
                    ? { right: `${(1 - edges.left - edges.width) * 100}%` }
                    : { left: `${edges.left * 100}%` }
                }
              >
                <LaneCard {...{ trackway, selection, colors, zone, thisYear }} type={pointed} />
              </div>
            </>
          )}
        </div>
      </div>
    </div>
  );
}

interface BrushAreaProps {
  brush: Brush;
  trackway: Drawing;
  type: LogType | null;
  zone: Zone;
  thisYear: number;
}

function BrushArea({ brush, trackway, type, zone, thisYear }: BrushAreaProps) {
  const { selection } = brush;
  const range = selection === null ? null : rangeOfSelection(trackway, selection);
  const label = range === null ? null : rangeLabel(range.from, range.to, zone, thisYear);
  const counts = selection === null ? [] : countsBetween(trackway, selection.first, selection.last);
  const total = counts.reduce((sum, count) => sum + (type === null || count.type === type ? count.total : 0), 0);
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label="Time: arrow keys move, with Shift they stretch, Enter zooms in, minus zooms out"
      aria-valuemin={1}
      aria-valuemax={trackway.times.length}
      aria-valuenow={(selection?.last ?? 0) + 1}
      aria-valuetext={label === null ? 'nothing chosen' : `${label.text} ${label.zone}: ${formatCount(total)} events`}
      className="absolute inset-0 cursor-crosshair touch-none rounded-sm select-none"
      {...brush.handlers}
    />
  );
}

function Notice({ tone, text, onRetry }: { tone: 'plain' | 'error'; text: string; onRetry?: () => void }) {
  return (
    <div
      role={tone === 'error' ? 'alert' : 'status'}
      className={classNames('flex items-center justify-center gap-3', tone === 'error' ? 'text-error' : 'text-faint')}
      style={{ height: PLOT_HEIGHT }}
    >
      {text}
      {onRetry === undefined ? null : (
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}

function instead({ asking, loading }: TrackwayProps): string {
  if (!asking) return 'The lanes are drawn when the query can be read.';
  return loading ? 'Counting …' : 'No event has a time.';
}

function laneAt(y: number, type: LogType | null): LogType | null {
  let top = 0;
  for (const lane of LANES) {
    top += LANE_HEIGHTS[emphasisOf(lane, type)];
    if (y < top) return lane;
  }
  return null;
}
