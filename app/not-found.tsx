import Link from 'next/link';
import { EmptyState, linkButton } from '@/components/ui';

export const metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <EmptyState
      title="There is nothing at this address"
      action={
        <Link href="/" className={linkButton()}>
          Go to the overview
        </Link>
      }
    >
      The page may have been about a source that was deleted.
    </EmptyState>
  );
}
