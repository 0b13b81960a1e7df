'use client';

import { useRef } from 'react';
import { timeTicks, type Zone } from '@/components/time';
import { classNames, useSize } from '@/components/ui';
import type { Trackway } from './prepare-lanes';
import type { Moments } from './range-moves';

const TICK_WIDTH = 92;
const LABEL_WIDTH = 64;

/** The ticks of time under the lanes. */
export function LaneAxis({ trackway, zone }: { trackway: Trackway; zone: Zone }) {
  const ref = useRef<HTMLDivElement>(null);
  const { width } = useSize(ref);
  const span = trackway.to - trackway.from;
  const most = Math.max(2, Math.floor(width / TICK_WIDTH));
  // A label that would be cut off at the right end says less than none.
  const ticks = timeTicks(trackway.from, trackway.to, zone, most).filter(
    (tick) => ((trackway.to - tick.time) / span) * width > LABEL_WIDTH,
  );
  return (
    <div ref={ref} aria-hidden className="relative h-4 overflow-hidden font-mono text-2xs text-faint">
      {ticks.map((tick) => (
        <span
          key={tick.time}
          className={classNames('absolute border-l pl-1 leading-4 whitespace-nowrap', tick.strong && 'text-dim')}
          style={{ left: `${((tick.time - trackway.from) / span) * 100}%` }}
        >
          {tick.label}
        </span>
      ))}
    </div>
  );
}

/** Where the range shown lies in all of the data; nothing when it is all of it. */
export function RangeStrip({ trackway, span }: { trackway: Trackway; span: Moments }) {
  const length = span.to - span.from;
  const left = Math.max(0, (trackway.from - span.from) / length);
  const width = Math.min(1, (trackway.to - span.from) / length) - left;
  if (!(length > 0) || width <= 0 || width > 0.97) return null;
  return (
    <div aria-hidden className="absolute inset-x-4 bottom-0 grid grid-cols-[var(--lane-columns)] gap-x-3">
      <span />
      <div className="relative h-0.5 bg-line" title="Where this range lies in all of the data">
        <div
          className="absolute inset-y-0 min-w-1 rounded-full bg-accent"
          style={{ left: `${left * 100}%`, width: `${width * 100}%` }}
        />
      </div>
    </div>
  );
}

/** What the colours of stacked bars stand for. */
export function LaneLegend({ values, colors }: { values: readonly string[]; colors: ReadonlyMap<string, string> }) {
  return (
    <ul className="flex h-5 gap-3 overflow-hidden pl-32 text-2xs text-dim" aria-label="Colours of the bars">
      {values.slice(0, 8).map((value) => (
        <li key={value} className="flex min-w-0 items-center gap-1.5">
          <span className="size-2 shrink-0 rounded-xs" style={{ background: colors.get(value) }} />
          <span className="max-w-40 truncate">{value}</span>
        </li>
      ))}
    </ul>
  );
}
