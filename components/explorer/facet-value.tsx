'use client';

import { Minus } from 'lucide-react';
import { formatCount, formatCounted, visibleLine } from '@/components/text';
import { classNames } from '@/components/ui';
import type { ExplorerActions, FilterMode } from './use-explorer-state';

interface FacetValueProps {
  field: string;
  value: string;
  /** What a person knows it by, if not by itself. */
  text?: string | undefined;
  /** Null for an excluded value: nothing that matches has it. */
  count: number | null;
  /** 0 to 1 of the longest bar. */
  share: number;
  /** How the query filters by it. */
  mode: FilterMode | null;
  /** Its colour in the bars, when these are stacked by this field. */
  color?: string | undefined;
  actions: ExplorerActions;
}

/** A value: a click includes it (or takes the filter back), the minus excludes it. */
export function FacetValue({ field, value, text, count, share, mode, color, actions }: FacetValueProps) {
  const shown = visibleLine(text ?? value);
  const toggle = () => (mode === null ? actions.filter(field, value, 'include') : actions.unfilter(field, value));
  return (
    <li className="group/value relative flex h-[21px] items-center">
      {count === null ? null : (
        <span
          aria-hidden
          className={classNames('absolute inset-y-0.5 left-0 rounded bg-raise', mode === 'include' && 'bg-accent-soft')}
          style={{ width: `${Math.max(2, share * 100)}%` }}
        />
      )}
      <button
        type="button"
        data-value-button
        aria-pressed={mode !== null}
        aria-label={`${labelOf(mode)} ${field} ${shown}${count === null ? '' : `, ${formatCounted(count, 'event')}`}`}
        title={shown}
        aria-description="Minus excludes it"
        onClick={toggle}
        onKeyDown={(event) => {
          if (event.key === '-' && mode !== 'exclude') actions.filter(field, value, 'exclude');
        }}
        className={classNames(
          'relative flex h-full min-w-0 flex-1 items-center gap-2 rounded px-1.5 text-left font-mono text-xs text-dim hover:text-text',
          mode === 'include' && 'text-text',
          mode === 'exclude' && 'text-error line-through decoration-1',
        )}
      >
        {color === undefined ? null : <span className="size-2 shrink-0 rounded-xs" style={{ background: color }} />}
        <span className="min-w-0 flex-1 truncate">{shown}</span>
        {count === null ? (
          <span className="text-2xs no-underline">excluded</span>
        ) : (
          <span className="group-hover/value:mr-5">{formatCount(count)}</span>
        )}
      </button>
      {mode === 'exclude' ? null : (
        <button
          type="button"
          tabIndex={-1}
          aria-label={`Exclude ${field} ${shown}`}
          title="Exclude"
          onClick={() => actions.filter(field, value, 'exclude')}
          className="absolute right-0 grid size-[19px] place-items-center rounded text-faint opacity-0 group-hover/value:opacity-100 hover:bg-error-soft hover:text-error focus-visible:opacity-100"
        >
          <Minus size={13} aria-hidden />
        </button>
      )}
    </li>
  );
}

function labelOf(mode: FilterMode | null): string {
  if (mode === null) return 'Include';
  return mode === 'include' ? 'Take back the filter' : 'Take back the exclusion of';
}
