'use client';

import Link from 'next/link';
import { memo, useMemo } from 'react';
import { formatCount } from '@/components/text';
import { classNames } from '@/components/ui';
import type { LogType } from '@/lib/events';
import { barPaths } from './bar-paths';
import type { Lane } from './prepare-lanes';
import { TYPE_LABELS } from './type-labels';

export type LaneEmphasis = 'active' | 'equal' | 'behind';

interface LaneRowProps {
  lane: Lane;
  emphasis: LaneEmphasis;
  /** The page of this type, or of all lanes for the active one. */
  href: string;
  values: readonly string[];
  colors: ReadonlyMap<string, string>;
}

export const LANE_HEIGHTS: Readonly<Record<LaneEmphasis, number>> = { active: 56, equal: 28, behind: 21 };

const OPACITY: Readonly<Record<LaneEmphasis, number>> = { active: 0.92, equal: 0.78, behind: 0.42 };

/** One lane: its name, its bars, its total. The five together are as high on every page. */
export const LaneRow = memo(function LaneRow({ lane, emphasis, href, values, colors }: LaneRowProps) {
  const { label, color } = TYPE_LABELS[lane.type];
  const paths = useMemo(() => barPaths(lane.bars, values), [lane.bars, values]);
  const stacked = paths.some((path) => path.value !== null);
  return (
    <div
      className="grid grid-cols-[var(--lane-columns)] gap-x-3"
      style={{ height: LANE_HEIGHTS[emphasis], color }}
      data-lane={lane.type}
    >
      <Link
        href={href}
        aria-current={emphasis === 'active' ? 'page' : undefined}
        title={emphasis === 'active' ? 'Show all lanes' : `Show only ${label.toLowerCase()} events`}
        className={classNames(
          'flex items-center gap-2 self-center truncate rounded text-sm text-dim hover:text-text',
          emphasis === 'active' && 'font-semibold text-text',
        )}
      >
        <span className="size-2 shrink-0 rounded-xs" style={{ background: color }} />
        {label}
      </Link>
      <svg
        viewBox={`0 0 ${lane.bars.length} 1`}
        preserveAspectRatio="none"
        className="h-[calc(100%-4px)] w-full self-end border-b"
        style={{ opacity: stacked && emphasis === 'equal' ? 0.9 : OPACITY[emphasis] }}
        aria-hidden
      >
        {paths.map(({ value, path }) => (
          <path key={value ?? ''} d={path} fill={value === null ? 'currentColor' : colors.get(value)} />
        ))}
      </svg>
      <span
        className={classNames(
          'self-center text-right font-mono text-xs text-dim',
          emphasis === 'active' && 'text-text',
        )}
      >
        {formatCount(lane.total)}
      </span>
    </div>
  );
});

/** How a lane is drawn where one type is looked at, or all. */
export function emphasisOf(lane: LogType, type: LogType | null): LaneEmphasis {
  if (type === null) return 'equal';
  return lane === type ? 'active' : 'behind';
}
