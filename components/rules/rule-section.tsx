import { type ReactNode, useId } from 'react';

interface RuleSectionProps {
  title: string;
  /** What stands at the right of the title. */
  tools?: ReactNode;
  children: ReactNode;
}

/** A titled part of the page of a rule. */
export function RuleSection({ title, tools, children }: RuleSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <header className="flex min-h-7 flex-wrap items-center gap-2">
        <h2 id={id} className="min-w-0 flex-1 text-sm font-semibold">
          {title}
        </h2>
        {tools}
      </header>
      {children}
    </section>
  );
}
