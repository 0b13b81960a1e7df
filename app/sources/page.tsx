import type { Metadata } from 'next';
import { SourceList } from '@/components/sources';

export const metadata: Metadata = { title: 'Sources' };

export default function SourcesPage() {
  return <SourceList />;
}
