'use client';

import type { ReactNode } from 'react';
import { Dialog } from './dialog';

interface KeysDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The groups of keys. */
  children: ReactNode;
}

/** Tells about the keys of a page. */
export function KeysDialog({ open, onOpenChange, children }: KeysDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keys"
      description="They work wherever you are not typing."
      className="w-[min(680px,calc(100vw-32px))]"
    >
      {children}
    </Dialog>
  );
}
