import type { ReactNode } from 'react';
import { classNames } from './class-names';

interface EmptyStateProps {
  title: string;
  tone?: 'plain' | 'error';
  /** Buttons or links: what to do about it. */
  action?: ReactNode;
  className?: string;
  /** It is about to change, and nothing in it is to be clicked. */
  inert?: boolean;
  children?: ReactNode;
}

/** Says why a place is empty or failed, and what to do. */
export function EmptyState({ title, tone = 'plain', action, className, inert, children }: EmptyStateProps) {
  return (
    <div
      inert={inert}
      role={tone === 'error' ? 'alert' : 'status'}
      className={classNames('mx-auto flex max-w-md flex-col items-center gap-2 px-6 py-12 text-center', className)}
    >
      <p className={classNames('text-base font-semibold', tone === 'error' && 'text-error')}>{title}</p>
      {children === undefined ? null : <div className="w-full text-dim [overflow-wrap:anywhere]">{children}</div>}
      {action === undefined ? null : <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
