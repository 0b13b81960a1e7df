'use client';

import type { ReactNode } from 'react';
import { formatCount } from '@/components/text';
import { classNames } from '@/components/ui';
import type { RulesAnswer } from '@/lib/interface';
import { RULE_STATES, type RuleState } from './search-params';
import type { RulesState } from './use-rules-state';

const LABELS: Readonly<Record<RuleState, { label: string; about: string }>> = {
  on: { label: 'On', about: 'They watch what comes' },
  off: { label: 'Off', about: 'They could watch, and do not' },
  refused: { label: 'Refused', about: 'They cannot be run here; each says why' },
  blind: { label: 'Blind', about: 'On, but the data lacks what they need: they find nothing, whatever happened' },
};

interface StateTabsProps {
  state: RulesState;
  counts: RulesAnswer['counts'] | undefined;
  /** What stands at the right. */
  children: ReactNode;
}

/** Which rules are shown by what they are doing, each with its exact count. */
export function StateTabs({ state, counts, children }: StateTabsProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 border-b px-4">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend that is drawn */}
      <div role="group" aria-label="States shown" className="flex gap-3 xl:gap-4">
        {[null, ...RULE_STATES].map((each) => (
          <button
            key={each ?? 'all'}
            type="button"
            aria-pressed={state.asked.state === each}
            title={each === null ? 'All rules' : LABELS[each].about}
            onClick={() => state.set({ state: each })}
            className={classNames(
              '-mb-px flex items-baseline gap-1.5 border-b-2 border-transparent px-0.5 py-1.5 whitespace-nowrap text-dim hover:text-text',
              state.asked.state === each && 'border-accent font-semibold text-text',
            )}
          >
            {each === null ? 'All' : LABELS[each].label}
            <span className="text-xs font-normal text-faint">
              {counts === undefined ? '' : formatCount(counts[each ?? 'all'])}
            </span>
          </button>
        ))}
      </div>
      <div className="flex min-h-[38px] items-center gap-2">{children}</div>
    </div>
  );
}
