'use client';

import { Choice } from '@/components/forms';
import { formatCount, formatCounted } from '@/components/text';
import { VERDICT_LABELS } from '@/components/triage';
import { Button, classNames } from '@/components/ui';
import { type FindingsAnswer, VERDICTS, type Verdict } from '@/lib/interface';
import { GROUPINGS } from './search-params';
import type { FindingsState } from './use-findings-state';

interface Tab {
  readonly label: string;
  /** What it asks for. */
  readonly asks: readonly Verdict[] | null;
  readonly counted: readonly Verdict[];
}

const TABS: readonly Tab[] = [
  { label: 'All but benign', asks: null, counted: VERDICTS.filter((verdict) => verdict !== 'benign') },
  ...(['open', 'suspicious', 'evidence', 'benign'] as const).map((verdict) => ({
    label: VERDICT_LABELS[verdict].word,
    asks: [verdict],
    counted: [verdict],
  })),
  { label: 'All', asks: VERDICTS, counted: VERDICTS },
];

const ANY = '';
const GROUPS = [
  { value: ANY, label: 'not grouped' },
  { value: 'detector', label: 'by detector' },
  { value: 'subject', label: 'by whom it is about' },
];

/** Which verdicts are shown, each with its exact count, and how many are not. */
export function VerdictTabs({ state, answer }: { state: FindingsState; answer: FindingsAnswer | undefined }) {
  const now = keyOf(state.asked.verdicts);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 border-b px-4">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend that is drawn */}
      <div role="group" aria-label="Verdicts shown" className="flex gap-3 xl:gap-4">
        {TABS.map(({ label, asks, counted }) => (
          <button
            key={label}
            type="button"
            aria-pressed={keyOf(asks) === now}
            onClick={() => state.actions.setVerdicts(asks)}
            className={classNames(
              '-mb-px flex items-baseline gap-1.5 border-b-2 border-transparent px-0.5 py-1.5 whitespace-nowrap text-dim hover:text-text',
              keyOf(asks) === now && 'border-accent font-semibold text-text',
            )}
          >
            <span className="inline-block first-letter:uppercase">{label}</span>
            <span className="text-xs font-normal text-faint">
              {answer === undefined ? '' : formatCount(counted.reduce((sum, each) => sum + answer.byVerdict[each], 0))}
            </span>
          </button>
        ))}
      </div>
      <div className="flex items-center gap-5 py-1">
        {answer === undefined ? null : <Counted state={state} answer={answer} />}
        <Choice
          label="Group by"
          quiet
          value={state.group ?? ANY}
          choices={GROUPS}
          onChange={(value) => state.actions.setGroup(GROUPINGS.find((each) => each === value) ?? null)}
        />
      </div>
    </div>
  );
}

function Counted({ state, answer }: { state: FindingsState; answer: FindingsAnswer }) {
  const { hidden, total } = answer;
  return (
    <p className="flex items-center gap-3 text-dim" role="status">
      <span>
        <span className="sr-only">{formatCounted(total, 'finding')}, </span>exact
        <span className="max-xl:hidden"> counts</span>
      </span>
      {hidden === 0 ? null : (
        <span className="flex items-center gap-2">
          {state.asked.verdicts === null ? `${formatCount(hidden)} benign hidden` : `${formatCount(hidden)} hidden`}
          <Button
            size="small"
            look="ghost"
            aria-label={`Show the ${formatCounted(hidden, 'hidden finding')}`}
            className="-mx-2 text-accent"
            onClick={() => state.actions.setVerdicts(VERDICTS)}
          >
            Show
          </Button>
        </span>
      )}
    </p>
  );
}

function keyOf(verdicts: readonly Verdict[] | null): string {
  return verdicts === null ? '' : VERDICTS.filter((verdict) => verdicts.includes(verdict)).join();
}
