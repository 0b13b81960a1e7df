'use client';

import { classNames, Tooltip } from '@/components/ui';
import type { Verdict } from '@/lib/interface';
import { VERDICT_LABELS } from './verdict-labels';

interface VerdictButtonsProps {
  /** What it is about, for whoever hears the buttons. */
  title: string;
  verdict: Verdict;
  onVerdict: (verdict: Verdict) => void;
}

/** In the order in which a person gets through a list: most is benign. */
const ORDER: readonly Verdict[] = ['benign', 'suspicious', 'evidence', 'open'];

/** The four verdicts, of which one is given. */
export function VerdictButtons({ title, verdict, onVerdict }: VerdictButtonsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend that is drawn
    <div role="group" aria-label={`Verdict on ${title}`} className="flex overflow-hidden rounded-lg border">
      {ORDER.map((each) => {
        const { word, hotkey, Icon, means, tone } = VERDICT_LABELS[each];
        return (
          <Tooltip key={each} label={means} hotkey={hotkey}>
            <button
              type="button"
              aria-pressed={each === verdict}
              onClick={() => onVerdict(each)}
              className={classNames(
                'flex h-7 flex-1 items-center justify-center gap-1.5 border-l px-1.5 text-xs text-dim transition-colors first:border-l-0 hover:bg-raise hover:text-text focus-visible:-outline-offset-2',
                each === verdict && classNames('bg-raise font-medium', tone),
              )}
            >
              <Icon size={13} aria-hidden />
              {word}
            </button>
          </Tooltip>
        );
      })}
    </div>
  );
}
