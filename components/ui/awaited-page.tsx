import Link from 'next/link';
import { linkButton } from './button-style';
import { EmptyState } from './empty-state';

interface AwaitedPageProps {
  /** Why what it is about cannot be shown; null while it is asked for. */
  error: Error | null;
  title: string;
  /** Where to go instead. */
  back: { href: string; label: string };
}

/** A page about one thing, before that is there. */
export function AwaitedPage({ error, title, back }: AwaitedPageProps) {
  if (error === null) {
    return (
      <div className="relative h-full">
        <span className="progress-line" />
      </div>
    );
  }
  return (
    <EmptyState
      title={title}
      tone="error"
      action={
        <Link href={back.href} className={linkButton()}>
          {back.label}
        </Link>
      }
    >
      {error.message}
    </EmptyState>
  );
}
