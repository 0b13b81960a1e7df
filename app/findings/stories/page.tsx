import type { Metadata } from 'next';
import { StoriesPage } from '@/components/stories';
import { admit } from '../../admit';

export const metadata: Metadata = { title: 'Stories' };

export default async function Stories() {
  await admit('GET /findings/stories');
  return <StoriesPage />;
}
