'use client';

import { formatCount } from '@/components/text';
import { rangeLabel, spanLength, type Zone } from '@/components/time';
import type { LogType } from '@/lib/events';
import { type BarSelection, rangeOfSelection } from './bar-selection';
import { countsBetween, type Trackway } from './prepare-lanes';
import { TYPE_LABELS } from './type-labels';

interface LaneCardProps {
  trackway: Trackway;
  selection: BarSelection;
  /** The lane under the pointer, whose breakdown is listed. */
  type: LogType | null;
  colors: ReadonlyMap<string, string>;
  zone: Zone;
  thisYear: number;
}

const VALUES = 8;

/** What the bars under the pointer count, exactly. */
export function LaneCard({ trackway, selection, type, colors, zone, thisYear }: LaneCardProps) {
  const range = rangeOfSelection(trackway, selection);
  const { text, zone: label } = rangeLabel(range.from, range.to, zone, thisYear);
  const counts = countsBetween(trackway, selection.first, selection.last);
  const slices = type === null ? [] : (counts.find((count) => count.type === type)?.slices ?? []);
  return (
    <div className="w-64 rounded-lg border bg-panel px-3 py-2 text-xs shadow-float">
      <p className="font-medium">
        {text} <span className="text-faint">{label}</span>
      </p>
      <p className="mb-1.5 text-faint">{spanLength(Date.parse(range.to) - Date.parse(range.from))}</p>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5">
        {counts.map((count) => (
          <Line
            key={count.type}
            name={TYPE_LABELS[count.type].label}
            color={TYPE_LABELS[count.type].color}
            count={count.total}
            strong={count.type === type}
          />
        ))}
        {slices.length === 0 ? null : <div className="col-span-2 my-1 border-t" />}
        {slices.slice(0, VALUES).map((slice) => (
          <Line key={slice.value} name={slice.value} color={colors.get(slice.value) ?? ''} count={slice.count} strong />
        ))}
      </dl>
    </div>
  );
}

interface LineProps {
  name: string;
  color: string;
  count: number;
  strong: boolean;
}

function Line({ name, color, count, strong }: LineProps) {
  return (
    <>
      <dt className={strong ? 'flex min-w-0 items-center gap-2' : 'flex min-w-0 items-center gap-2 text-dim'}>
        <span className="size-2 shrink-0 rounded-xs" style={{ background: color }} />
        <span className="truncate">{name}</span>
      </dt>
      <dd className={strong ? 'text-right font-mono' : 'text-right font-mono text-dim'}>{formatCount(count)}</dd>
    </>
  );
}
