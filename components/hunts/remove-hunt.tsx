'use client';

import { Problem } from '@/components/forms';
import { visibleLine } from '@/components/text';
import { Button, Dialog } from '@/components/ui';
import type { HuntActions } from './use-hunt-actions';

/** Asks before a hunt is deleted, and names the milder way. */
export function RemoveHunt({ actions }: { actions: HuntActions }) {
  const { removing, confirmRemoval, pending, error } = actions;
  if (removing === null) return null;
  return (
    <Dialog open onOpenChange={(open) => open || confirmRemoval(false)} title="Delete this hunt?">
      <p className="text-dim [overflow-wrap:anywhere]">
        <span className="font-medium text-text">{visibleLine(removing.title)}</span> goes for good, with its history and
        its copies of evidence. An archived hunt is out of the way, too, and can come back.
      </p>
      <div className="mt-3">
        <Problem error={error} />
      </div>
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={() => confirmRemoval(false)} disabled={pending}>
          Keep it
        </Button>
        <Button look="danger" onClick={() => confirmRemoval(true)} disabled={pending}>
          {pending ? 'Deleting …' : 'Delete it'}
        </Button>
      </div>
    </Dialog>
  );
}
