'use client';

import { Keyboard } from 'lucide-react';
import { formatCount, formatCounted } from '@/components/text';
import { minuteTime, type Zone } from '@/components/time';
import { Button, IconButton } from '@/components/ui';
import { type FindingsAnswer, VERDICTS } from '@/lib/interface';
import type { FindingsState } from './use-findings-state';
import { VerdictTabs } from './verdict-tabs';

interface FindingsHeadProps {
  state: FindingsState;
  answer: FindingsAnswer | undefined;
  zone: Zone;
  onKeys: () => void;
}

/** The title, what was looked at, and the verdicts with their counts. */
export function FindingsHead({ state, answer, zone, onKeys }: FindingsHeadProps) {
  return (
    <header className="border-b px-4 pt-4">
      <div className="flex items-start gap-4">
        <div className="min-w-0 flex-1">
          <h1 className="text-lg font-semibold">Findings</h1>
          <p className="h-5 truncate text-dim">
            {answer === undefined ? null : <Freshness answer={answer} zone={zone} />}
          </p>
        </div>
        <IconButton label="Keys" hotkey="?" size="small" onClick={onKeys}>
          <Keyboard size={16} aria-hidden />
        </IconButton>
      </div>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-6">
        <VerdictTabs
          counts={answer?.byVerdict ?? null}
          chosen={state.asked.verdicts}
          onChange={state.actions.setVerdicts}
        />
        {answer === undefined ? null : <Counted state={state} answer={answer} />}
      </div>
    </header>
  );
}

function Freshness({ answer, zone }: { answer: FindingsAnswer; zone: Zone }) {
  if (answer.behind) {
    return (
      <span className="inline-flex items-center gap-2">
        <span className="live-dot size-2 rounded-full bg-accent" aria-hidden />
        More data is being looked at: findings can still come, grow or go.
      </span>
    );
  }
  if (answer.detectedAt === null) return 'What is unusual in the logs, with the reason.';
  return `What is unusual in the logs, with the reason. All data was looked at ${minuteTime(answer.detectedAt, zone)}.`;
}

function Counted({ state, answer }: { state: FindingsState; answer: FindingsAnswer }) {
  const { hidden, total } = answer;
  return (
    <p className="flex items-center gap-3 text-dim" role="status">
      <span>
        <span className="font-semibold text-text">{formatCount(total)}</span> {total === 1 ? 'finding' : 'findings'} ·
        exact
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
