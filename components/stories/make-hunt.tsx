'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { NotebookPen } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMay } from '@/components/access';
import { pageOfHunt, renewHunts, useCurrentHunt } from '@/components/collect';
import { Problem, send } from '@/components/forms';
import { Button } from '@/components/ui';
import { huntAnswer, type StoryDetail } from '@/lib/interface';
import { huntOfStory } from './hunt-of-story';

/** Saves a hunt that begins with all that the story is made of, and goes there. */
export function MakeHunt({ story }: { story: StoryDetail }) {
  const client = useQueryClient();
  const router = useRouter();
  const may = useMay('hunt');
  const [, setCurrent] = useCurrentHunt();
  const making = useMutation({
    mutationFn: () => send(huntAnswer, 'POST', '/api/hunts', huntOfStory(story)),
    onSuccess: ({ slug }) => {
      setCurrent(slug);
      renewHunts(client);
      router.push(pageOfHunt(slug));
    },
  });
  if (!may) return null;
  return (
    <>
      <Button disabled={making.isPending || making.isSuccess} onClick={() => making.mutate()}>
        <NotebookPen size={14} aria-hidden /> Make a hunt of it
      </Button>
      <Problem error={making.error} />
    </>
  );
}
