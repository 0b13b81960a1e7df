import type { Metadata } from 'next';
import { RulePage } from '@/components/rules';
import { admit } from '../../../admit';

export const metadata: Metadata = { title: 'Rule · Findings' };

export default async function OneRule({ params }: { params: Promise<{ id: string }> }) {
  await admit('GET /findings/rules/{id}');
  const { id } = await params;
  return <RulePage id={id} />;
}
