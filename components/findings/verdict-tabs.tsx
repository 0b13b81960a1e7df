'use client';

import { formatCount } from '@/components/text';
import { VERDICT_LABELS } from '@/components/triage';
import { classNames } from '@/components/ui';
import { type FindingsAnswer, VERDICTS, type Verdict } from '@/lib/interface';

interface VerdictTabsProps {
  counts: FindingsAnswer['byVerdict'] | null;
  /** Null = all but benign. */
  chosen: readonly Verdict[] | null;
  onChange: (verdicts: readonly Verdict[] | null) => void;
}

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

/** Which verdicts are shown, each with its exact count. */
export function VerdictTabs({ counts, chosen, onChange }: VerdictTabsProps) {
  const now = keyOf(chosen);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend that is drawn
    <div role="group" aria-label="Verdicts shown" className="flex gap-4">
      {TABS.map(({ label, asks, counted }) => (
        <button
          key={label}
          type="button"
          aria-pressed={keyOf(asks) === now}
          onClick={() => onChange(asks)}
          className={classNames(
            '-mb-px flex items-baseline gap-1.5 border-b-2 border-transparent px-0.5 py-1.5 whitespace-nowrap text-dim first-letter:uppercase hover:text-text',
            keyOf(asks) === now && 'border-accent font-semibold text-text',
          )}
        >
          <span className="first-letter:uppercase inline-block">{label}</span>
          <span className="text-xs font-normal text-faint">
            {counts === null ? '' : formatCount(counted.reduce((sum, verdict) => sum + counts[verdict], 0))}
          </span>
        </button>
      ))}
    </div>
  );
}

function keyOf(verdicts: readonly Verdict[] | null): string {
  return verdicts === null ? '' : VERDICTS.filter((verdict) => verdicts.includes(verdict)).join();
}
