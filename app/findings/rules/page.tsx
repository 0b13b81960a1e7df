import type { Metadata } from 'next';
import { RulesPage } from '@/components/rules';
import { admit } from '../../admit';

export const metadata: Metadata = { title: 'Rules · Findings' };

export default async function Rules() {
  await admit('GET /findings/rules');
  return <RulesPage />;
}
