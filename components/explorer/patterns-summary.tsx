'use client';

import { formatCount, formatCounted } from '@/components/text';
import { classNames } from '@/components/ui';
import type { PatternOrder, PatternsAnswer } from '@/lib/interface';

const ORDERS: readonly (readonly [PatternOrder, string])[] = [
  ['rare', 'Rarest'],
  ['frequent', 'Most frequent'],
  ['new', 'Newest'],
];

interface PatternsSummaryProps {
  answer: PatternsAnswer;
  order: PatternOrder;
  stale: boolean;
  onOrder: (order: PatternOrder) => void;
}

/** In which order the patterns are, how many there are, and of how many events. */
export function PatternsSummary({ answer, order, stale, onOrder }: PatternsSummaryProps) {
  const { total, events, without } = answer;
  return (
    <div className="flex h-[30px] shrink-0 items-center gap-3 border-b px-3 text-2xs">
      <div role="radiogroup" aria-label="Order of patterns" className="flex gap-3">
        {ORDERS.map(([name, label]) => (
          <label
            key={name}
            className="cursor-pointer rounded-sm text-dim hover:text-text has-checked:font-semibold has-checked:text-text has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="pattern-order"
              className="sr-only"
              checked={name === order}
              onChange={() => onOrder(name)}
            />
            {label}
          </label>
        ))}
      </div>
      <p
        className={classNames('ml-auto min-w-0 truncate text-faint transition-opacity', stale && 'opacity-50')}
        title={without === 0 ? undefined : WITHOUT_MEANS}
      >
        {formatCounted(total, 'pattern')} in {formatCounted(events, 'event')}
        {without === 0 ? null : ` · ${formatCount(without)} without one`} · exact
      </p>
    </div>
  );
}

/** Why an event has no pattern. */
export const WITHOUT_MEANS =
  'Only messages that programs wrote themselves have patterns: audit events and flows have none, nor has what was stored by earlier versions';
