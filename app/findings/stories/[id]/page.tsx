import type { Metadata } from 'next';
import { StoryPage } from '@/components/stories';
import { admit } from '../../../admit';

export const metadata: Metadata = { title: 'Story' };

export default async function OneStory({ params }: { params: Promise<{ id: string }> }) {
  await admit('GET /findings/stories/{id}');
  const { id } = await params;
  return <StoryPage id={id} />;
}
