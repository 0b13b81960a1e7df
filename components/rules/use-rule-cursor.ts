'use client';

import { useState } from 'react';
import type { RuleAnswer } from '@/lib/interface';

export interface RuleCursor {
  /** The rule that the keys are about. */
  readonly current: RuleAnswer | null;
  /** The ids of those that were chosen, also of ones that are not shown now. */
  readonly chosen: ReadonlySet<string>;
  readonly move: (step: number) => void;
  readonly moveTo: (place: number) => void;
  readonly stand: (id: string) => void;
  readonly choose: (id: string) => void;
  readonly chooseNone: () => void;
}

const NONE: ReadonlySet<string> = new Set();

/** Goes through the rules in the order in which they are listed, and remembers which were chosen. */
export function useRuleCursor(rules: readonly RuleAnswer[]): RuleCursor {
  const [id, setId] = useState<string | null>(null);
  const [chosen, setChosen] = useState(NONE);
  const here = rules.findIndex((rule) => rule.id === id);
  const moveTo = (target: number) => {
    const next = rules[Math.max(0, Math.min(rules.length - 1, target))];
    if (next !== undefined) setId(next.id);
  };
  return {
    current: rules[here] ?? null,
    chosen,
    moveTo,
    move: (step) => moveTo(here + step),
    stand: setId,
    choose: (which) =>
      setChosen((old) => {
        const next = new Set(old);
        if (!next.delete(which)) next.add(which);
        return next;
      }),
    chooseNone: () => setChosen(NONE),
  };
}
