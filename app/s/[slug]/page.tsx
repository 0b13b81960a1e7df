import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { linkedAddress } from '@/components/links';
import { EmptyState, linkButton } from '@/components/ui';
import { NotFound } from '@/lib/errors';
import { readLink } from '@/lib/store';
import { admit } from '../../admit';

export const metadata: Metadata = { title: 'Shared' };

/** A short link: leads to what was shared. */
export default async function SharedPage({ params }: { params: Promise<{ slug: string }> }) {
  await admit('GET /s/{slug}');
  const { slug } = await params;
  const link = await readLink(slug).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (link !== null) redirect(linkedAddress(link));
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
