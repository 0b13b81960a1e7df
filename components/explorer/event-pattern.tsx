'use client';

import { formatCounted } from '@/components/text';
import { Button } from '@/components/ui';
import { useOnePattern } from './pattern-queries';
import { PatternText } from './pattern-text';
import type { ExplorerActions } from './use-explorer-state';

/** What an event's message has in common with others, how often that is met, and the ways to filter by it. */
export function EventPattern({ id, actions }: { id: string; actions: ExplorerActions }) {
  const { data, isError } = useOnePattern(id);
  const pattern = data?.patterns[0];
  // The log itself may name an attribute so.
  if (data !== undefined && pattern === undefined) return null;
  return (
    <section aria-label="Pattern" className="mb-3">
      <h3 className="mb-0.5 text-2xs text-faint">Pattern</h3>
      <p className="line-clamp-3 min-h-[18px] font-mono text-xs [overflow-wrap:anywhere]">
        {pattern === undefined ? <span className="text-faint">{id}</span> : <PatternText text={pattern.text} />}
      </p>
      <div className="mt-1.5 flex flex-wrap items-center gap-1.5">
        <Button size="small" onClick={() => actions.filterPattern(id, 'include')}>
          Only lines like this
        </Button>
        <Button size="small" onClick={() => actions.filterPattern(id, 'exclude')}>
          Hide lines like this
        </Button>
        <span className="text-2xs text-faint">
          {pattern !== undefined
            ? `${formatCounted(pattern.count, 'event')} in all logs, exact`
            : isError
              ? 'not counted'
              : 'counting …'}
        </span>
        {pattern?.isNew ? <span className="rounded bg-warn-soft px-1 text-2xs text-warn">new</span> : null}
      </div>
    </section>
  );
}
