import type { Metadata } from 'next';
import { LibraryPage } from '@/components/library';
import { admit } from '../../admit';

export const metadata: Metadata = { title: 'Library · Hunts' };

export default async function Library() {
  await admit('GET /hunts/library');
  return <LibraryPage />;
}
