'use client';

import type { EvidenceStep as Evidence } from '@/lib/interface';
import { useOpenHunt } from './notebook-context';
import { PinnedEvent } from './pinned-event';
import { useSourcesThere } from './use-sources-there';

/** Events that prove something, as they were when they were pinned. */
export function EvidenceStep({ step }: { step: Evidence }) {
  const { evidence, base } = useOpenHunt();
  const there = useSourcesThere();
  if (step.pins.length === 0) {
    return (
      <p className="px-4 py-3 text-dim">
        Nothing is pinned yet: in the explorer, e pins the event that the keys are on, with a copy of its original text.
      </p>
    );
  }
  return (
    <ol className="divide-y">
      {step.pins.map((pin) => (
        <PinnedEvent
          key={pin.event}
          step={step.id}
          pin={pin}
          copy={evidence.get(pin.event) ?? null}
          imported={base.importedEvidence.includes(pin.event)}
          there={there}
        />
      ))}
    </ol>
  );
}
