'use client';

import { useId } from 'react';
import type { MergeConflict } from '@/lib/hunts';
import { Conclusion } from './conclusion';
import { ConflictChoice } from './conflict-choice';
import { HuntFacts } from './hunt-facts';
import { StepList } from './step-list';

interface HuntBodyProps {
  conflicts: readonly MergeConflict[];
  onSettle: (conflict: MergeConflict, side: 'mine' | 'theirs' | 'both') => void;
}

/** All of a hunt below its title: facts, steps, conclusion, and what two people wrote at the same time. */
export function HuntBody({ conflicts, onSettle }: HuntBodyProps) {
  const heading = useId();
  return (
    <>
      <HuntFacts />
      {conflicts
        .filter(({ where }) => where.step === null)
        .map((conflict) => (
          <ConflictChoice key={conflict.where.field} {...{ conflict, onSettle }} />
        ))}
      <StepList {...{ conflicts, onSettle }} />
      <section aria-labelledby={heading} className="mt-3 grid gap-1 border-t pt-4">
        <h2 id={heading} className="text-base font-semibold">
          Conclusion
        </h2>
        <Conclusion />
      </section>
    </>
  );
}
