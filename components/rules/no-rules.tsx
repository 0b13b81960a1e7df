'use client';

import { Button, EmptyState } from '@/components/ui';
import type { RulesState } from './use-rules-state';

interface NoRulesProps {
  state: RulesState;
  /** All rules that there are. */
  all: number;
  allowed: boolean;
  onAdd: () => void;
}

/** Why the list is empty, and what to do. */
export function NoRules({ state, all, allowed, onAdd }: NoRulesProps) {
  if (all === 0) {
    return (
      <EmptyState title="There are no rules yet" action={allowed ? <Button onClick={onAdd}>Add rules</Button> : null}>
        Rules are Sigma rules: a file, an archive of them, or a checkout of a collection.
      </EmptyState>
    );
  }
  if (state.narrowed) {
    return (
      <EmptyState
        title="No rule passes these filters"
        action={<Button onClick={state.widen}>Take back the filters</Button>}
      >
        Search for less, or look at other levels and states.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={`No rule is ${state.asked.state ?? 'here'}`}
      action={<Button onClick={() => state.set({ state: null })}>Show all rules</Button>}
    >
      {state.asked.state === 'blind'
        ? 'Every rule that is on has the data that it needs.'
        : state.asked.state === 'refused'
          ? 'Every rule that is here can be run.'
          : 'Turn rules on and off with the switch in their row.'}
    </EmptyState>
  );
}
