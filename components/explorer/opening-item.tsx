'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui';

/** A fact, and what can be done about it. */
export function Item({ action, children }: { action?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-w-0 items-center gap-2">
      <p className="min-w-0 [overflow-wrap:anywhere]">{children}</p>
      {action}
    </div>
  );
}

export function Way({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button size="small" onClick={onClick} className="shrink-0">
      {children}
    </Button>
  );
}
