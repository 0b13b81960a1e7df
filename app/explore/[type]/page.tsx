import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { isLogType } from '@/lib/events';
import { admit } from '../../admit';

interface TypePageProps {
  params: Promise<{ type: string }>;
}

const TITLES = {
  application: 'Application',
  node: 'Node',
  'control-plane': 'Control plane',
  audit: 'Audit',
  network: 'Network',
} as const;

export async function generateMetadata({ params }: TypePageProps): Promise<Metadata> {
  const { type } = await params;
  return { title: isLogType(type) ? `${TITLES[type]} · Explore` : 'Not found' };
}

/** One type's lane; drawn by the layout. */
export default async function TypePage({ params }: TypePageProps) {
  await admit('GET /explore/{type}');
  const { type } = await params;
  if (!isLogType(type)) notFound();
  return null;
}
