import type { Metadata } from 'next';
import Link from 'next/link';
import { EmptyState, linkButton } from '@/components/ui';

export const metadata: Metadata = { title: 'Shared' };

/** What a short link says that no link has the name of. */
export default function NoSuchLink() {
  return (
    <EmptyState
      title="This link leads nowhere"
      action={
        <Link href="/explore" className={linkButton()}>
          Go to the explorer
        </Link>
      }
    >
      Trackway knows no link of this name. It may have been cut when it was copied, or made by another Trackway: ask
      whoever sent it to share it again.
    </EmptyState>
  );
}
