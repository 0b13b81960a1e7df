'use client';

import { useEffect, useState } from 'react';
import { visibleLine } from '@/components/text';
import { Button } from '@/components/ui';
import type { ActedHunt, HuntActions } from './use-hunt-actions';

const SHOWN_MS = 9000;

/** Says at the bottom of the page what was just archived, with the way back. */
export function ArchivedNote({ actions }: { actions: HuntActions }) {
  const { archivedLast, error, removing } = actions;
  const [seen, setSeen] = useState<ActedHunt | null>(null);
  useEffect(() => {
    if (archivedLast === null) return;
    const timer = setTimeout(() => setSeen(archivedLast), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [archivedLast]);
  const shown = archivedLast === seen ? null : archivedLast;
  return (
    <div aria-live="polite" className="pointer-events-none fixed bottom-[38px] left-[52px] z-50 grid gap-2 px-4">
      {error === null || removing !== null ? null : (
        <p role="alert" className="rounded-lg border border-error bg-error-soft px-4 py-2 text-error shadow-float">
          {error.message}
        </p>
      )}
      {shown === null ? null : (
        <div className="pointer-events-auto flex h-10 items-center gap-3 rounded-lg border bg-panel pr-1.5 pl-4 shadow-float">
          <p className="min-w-0 truncate">
            <span className="text-dim">Archived:</span> {visibleLine(shown.title)}
          </p>
          <Button size="small" onClick={() => actions.setArchived(shown, false)}>
            Undo
          </Button>
        </div>
      )}
    </div>
  );
}
