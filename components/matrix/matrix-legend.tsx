'use client';

import { formatCount } from '@/components/text';
import { classNames } from '@/components/ui';
import type { MatrixSummary } from './matrix-summary';
import { SHOWN_STATES, type ShownState, STATE_WORDS } from './shown-state';
import { StateGlyph } from './state-glyph';

interface MatrixLegendProps {
  summary: MatrixSummary;
  chosen: ShownState | null;
  onChoose: (state: ShownState | null) => void;
}

/** What the fills and glyphs mean, and how many techniques are in each state; one can be made to stand out. */
export function MatrixLegend({ summary, chosen, onChoose }: MatrixLegendProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend that is drawn
    <div role="group" aria-label="States" className="flex flex-wrap overflow-hidden rounded-lg border">
      {SHOWN_STATES.map((state) => (
        <button
          key={state}
          type="button"
          title={STATE_WORDS[state].about}
          aria-pressed={chosen === state}
          onClick={() => onChoose(chosen === state ? null : state)}
          className={classNames(
            'flex h-8 items-center gap-1.5 border-l px-2.5 whitespace-nowrap max-[1100px]:px-2 text-dim first:border-l-0 hover:bg-raise hover:text-text focus-visible:-outline-offset-2',
            chosen === state && 'bg-raise font-medium text-text',
          )}
        >
          <StateGlyph state={state} size={13} />
          <span className="first-letter:uppercase">{STATE_WORDS[state].short}</span>
          <span className="text-xs text-faint tabular-nums">{formatCount(summary.counts[state])}</span>
        </button>
      ))}
    </div>
  );
}
