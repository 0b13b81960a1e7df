import { notFound, redirect } from 'next/navigation';
import { linkedAddress } from '@/components/links';
import { NotFound } from '@/lib/errors';
import { readLink } from '@/lib/store';
import { admit } from '../../admit';

/** A short link: leads to what was shared. */
export default async function SharedPage({ params }: { params: Promise<{ slug: string }> }) {
  await admit('GET /s/{slug}');
  const { slug } = await params;
  const link = await readLink(slug).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (link === null) notFound();
  redirect(linkedAddress(link));
}
