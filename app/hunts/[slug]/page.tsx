import type { Metadata } from 'next';
import { HuntPage } from '@/components/hunts';
import { admit } from '../../admit';

export const metadata: Metadata = { title: 'Hunt' };

export default async function OneHunt({ params }: { params: Promise<{ slug: string }> }) {
  await admit('GET /hunts/{slug}');
  const { slug } = await params;
  return <HuntPage slug={slug} />;
}
