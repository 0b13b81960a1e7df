import type { Metadata } from 'next';
import { SourcePage } from '@/components/sources';
import { OBJECT_FORMATS, TEXT_FORMATS } from '@/lib/formats';
import { admit } from '../../admit';

export const metadata: Metadata = { title: 'Source' };

const FORMATS = [...TEXT_FORMATS, ...OBJECT_FORMATS].map(({ name }) => name).sort();

export default async function OneSourcePage({ params }: { params: Promise<{ id: string }> }) {
  await admit('GET /sources/{id}');
  const { id } = await params;
  return <SourcePage id={id} formats={FORMATS} />;
}
