import type { Metadata } from 'next';
import { SourceList } from '@/components/sources';
import { admit } from '../admit';

export const metadata: Metadata = { title: 'Sources' };

export default async function SourcesPage() {
  await admit('GET /sources');
  return <SourceList />;
}
