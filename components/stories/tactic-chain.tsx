import { ChevronRight } from 'lucide-react';

/** Tactics in the order in which they were first seen. */
export function TacticChain({ tactics }: { tactics: readonly string[] }) {
  return (
    <ol aria-label="Tactics" className="flex min-w-0 flex-wrap items-center gap-x-1 gap-y-0.5 text-xs text-dim">
      {tactics.map((tactic, place) => (
        <li key={tactic} className="inline-flex items-center gap-1 whitespace-nowrap">
          {tactic}
          {place === tactics.length - 1 ? null : <ChevronRight size={11} aria-hidden className="text-faint" />}
        </li>
      ))}
    </ol>
  );
}
