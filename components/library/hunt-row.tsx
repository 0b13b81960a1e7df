'use client';

import { useEffect, useRef } from 'react';
import { TYPE_LABELS } from '@/components/explorer';
import { classNames } from '@/components/ui';
import type { ReadyHuntAnswer } from '@/lib/interface';
import { RunMark } from './run-mark';
import { StepCount } from './step-count';
import { useInSight } from './use-in-sight';

/** A column for each step, of which no hunt has more; where there is no room the open hunt says it. */
export const STEP_COLUMNS = 'grid w-[270px] grid-cols-[repeat(5,54px)] @max-[640px]:hidden';

interface HuntRowProps {
  hunt: ReadyHuntAnswer;
  open: boolean;
  onOpen: (name: string) => void;
}

/** A hunt in two lines: what and why, what it is about, whether it can be run, and what each of its steps gives now. */
export function HuntRow({ hunt, open, onOpen }: HuntRowProps) {
  const row = useRef<HTMLLIElement>(null);
  const inSight = useInSight(row);
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <li
      ref={row}
      className={classNames(
        'relative grid min-h-[58px] grid-cols-[minmax(0,1fr)_84px] items-center gap-x-4 border-b border-line/60 px-4 py-2 hover:bg-hover @min-[640px]:grid-cols-[minmax(0,1fr)_84px_auto] @min-[1000px]:grid-cols-[minmax(0,1fr)_190px_84px_auto]',
        open && 'bg-raise shadow-[inset_2px_0_var(--accent)] hover:bg-raise',
      )}
    >
      <div className="min-w-0">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => onOpen(hunt.name)}
          className="max-w-full truncate text-left font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {hunt.title}
        </button>
        <p className={classNames('text-xs text-dim', hunt.canRun ? 'line-clamp-2' : 'truncate')}>{hunt.hypothesis}</p>
        {hunt.canRun ? null : <p className="truncate text-xs text-warn">{hunt.missing[0]}</p>}
      </div>
      <div className="hidden min-w-0 @min-[1000px]:block">
        <p className="truncate text-xs text-dim">{hunt.tactics.join(', ')}</p>
        <p className="flex items-center gap-1.5 text-xs text-faint">
          {hunt.types.map((type) => (
            <span key={type} className="inline-flex items-center gap-1">
              <span className="size-2 rounded-xs" style={{ background: TYPE_LABELS[type].color }} aria-hidden />
              {TYPE_LABELS[type].label}
            </span>
          ))}
        </p>
      </div>
      <span className="text-xs">
        <RunMark hunt={hunt} />
      </span>
      <span className={classNames('relative text-xs', STEP_COLUMNS)}>
        {inSight ? hunt.steps.map((step) => <StepCount key={step.title} step={step} />) : null}
      </span>
    </li>
  );
}
