import type { Metadata } from 'next';
import { HuntsPage } from '@/components/hunts';
import { admit } from '../admit';

export const metadata: Metadata = { title: 'Hunts' };

export default async function Hunts() {
  await admit('GET /hunts');
  return <HuntsPage />;
}
