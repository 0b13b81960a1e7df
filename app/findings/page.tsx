import type { Metadata } from 'next';
import { FindingsPage } from '@/components/findings';
import { admit } from '../admit';

export const metadata: Metadata = { title: 'Findings' };

export default async function Findings() {
  await admit('GET /findings');
  return <FindingsPage />;
}
