import type { Metadata } from 'next';
import { SourcePage } from '@/components/sources';

export const metadata: Metadata = { title: 'Source' };

export default async function OneSourcePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <SourcePage id={id} />;
}
