'use client';

import { useEffect, useState } from 'react';
import { visibleLine } from '@/components/text';
import { Button, Kbd } from '@/components/ui';
import type { Triage, TriageStep } from './use-triage';
import { VERDICT_LABELS } from './verdict-labels';

const SHOWN_MS = 9000;
const TITLE_MAX = 80;

/** Says at the bottom of the page what was just judged, with the way back; or why it was not kept. */
export function TriageNote({ triage, onUndo }: { triage: Triage; onUndo: () => void }) {
  const { step, error } = triage;
  const [seen, setSeen] = useState<TriageStep | null>(null);
  useEffect(() => {
    if (step === null) return;
    const timer = setTimeout(() => setSeen(step), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [step]);
  return (
    <div
      aria-live="polite"
      className="pointer-events-none fixed bottom-[38px] left-[52px] z-50 flex max-w-[calc(100vw-52px)] flex-col items-start gap-2 px-4"
    >
      {error === null ? null : (
        <p role="alert" className="rounded-lg border border-error bg-error-soft px-4 py-2 text-error shadow-float">
          The last change was not kept: {error.message}
        </p>
      )}
      {step === null || step === seen ? null : <Step step={step} onUndo={onUndo} />}
    </div>
  );
}

function Step({ step, onUndo }: { step: TriageStep; onUndo: () => void }) {
  const { before, verdict, undone } = step;
  const said = undone
    ? `Taken back, ${VERDICT_LABELS[before.verdict].word} again:`
    : `Marked ${VERDICT_LABELS[verdict].word}:`;
  return (
    <div className="pointer-events-auto flex h-10 max-w-full items-center gap-3 rounded-lg border bg-panel pr-1.5 pl-4 shadow-float">
      <p className="min-w-0 truncate pr-2">
        <span className="text-dim">{said}</span> {visibleLine(before.title.slice(0, TITLE_MAX))}
      </p>
      {undone ? null : (
        <Button size="small" onClick={onUndo}>
          Undo <Kbd>u</Kbd>
        </Button>
      )}
    </div>
  );
}
