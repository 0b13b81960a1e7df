'use client';

import { useEffect } from 'react';
import { useCurrentHunt } from '@/components/collect';
import { AwaitedPage } from '@/components/ui';
import { HuntNotebook } from './hunt-notebook';
import { useHunt } from './use-hunt';

/** `/hunts/:slug`: one hunt. */
export function HuntPage({ slug }: { slug: string }) {
  const answer = useHunt(slug);
  const [, setCurrent] = useCurrentHunt();
  const there = answer.data !== undefined;
  useEffect(() => {
    // What is pinned next most likely belongs to the hunt that was looked at last.
    if (there) setCurrent(slug);
  }, [there, slug, setCurrent]);
  if (answer.data !== undefined) return <HuntNotebook key={slug} hunt={answer.data} />;
  return (
    <AwaitedPage error={answer.error} title="This hunt cannot be shown" back={{ href: '/hunts', label: 'All hunts' }} />
  );
}
