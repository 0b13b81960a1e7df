import type { ReactNode } from 'react';

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-grid h-4 min-w-4 place-items-center rounded border border-line bg-raise px-1 font-mono text-2xs leading-none text-dim">
      {children}
    </kbd>
  );
}
