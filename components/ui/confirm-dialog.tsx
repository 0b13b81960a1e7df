'use client';

import type { ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

interface ConfirmDialogProps {
  title: string;
  /** What is done, and what is said while it is being done. */
  words: { readonly action: string; readonly doing: string };
  busy: boolean;
  /** What went wrong, in a sentence; null = nothing. */
  failure: string | null;
  onKeep: () => void;
  onConfirm: () => void;
  /** What goes, and with what. */
  children: ReactNode;
}

/** Asks before a thing in a list goes for good; the thing gets the focus back. */
export function ConfirmDialog({ title, words, busy, failure, onKeep, onConfirm, children }: ConfirmDialogProps) {
  return (
    <Dialog open returns onOpenChange={(open) => (open || busy ? undefined : onKeep())} title={title}>
      <p className="text-dim [overflow-wrap:anywhere]">{children}</p>
      {failure === null ? null : (
        <p role="alert" className="mt-3 text-error">
          {failure}
        </p>
      )}
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={onKeep} disabled={busy}>
          Keep it
        </Button>
        <Button look="danger" onClick={onConfirm} disabled={busy}>
          {busy ? words.doing : words.action}
        </Button>
      </div>
    </Dialog>
  );
}
