import { type ReactNode, useId } from 'react';

interface SectionProps {
  title: string;
  /** What it is about, in a sentence. */
  about: string;
  action?: ReactNode;
  children: ReactNode;
}

/** A part of the settings. */
export function Section({ title, about, action, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <header className="flex flex-wrap items-end gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1">
          <h2 id={id} className="text-base font-semibold">
            {title}
          </h2>
          <p className="text-dim">{about}</p>
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}
