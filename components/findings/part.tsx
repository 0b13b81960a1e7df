import type { ReactNode } from 'react';

/** A titled part of the open finding. */
export function Part({ title, hint = null, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1 flex items-center gap-2 text-2xs text-faint">
        {title}
        {hint}
      </h3>
      {children}
    </section>
  );
}
