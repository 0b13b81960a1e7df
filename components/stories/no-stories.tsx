'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatCounted } from '@/components/text';
import { Button, EmptyState, linkButton } from '@/components/ui';
import type { OverviewAnswer, StoriesAnswer } from '@/lib/interface';
import type { StoriesState } from './use-stories-state';

interface NoStoriesProps {
  answer: StoriesAnswer;
  state: StoriesState;
  overview: OverviewAnswer | undefined;
}

/** Why there is no story, and what to do. */
export function NoStories({ answer, state, overview }: NoStoriesProps) {
  if (state.narrowed) {
    return (
      <EmptyState
        title="No story passes these filters"
        action={<Button onClick={state.actions.widen}>Take back the filters</Button>}
      >
        Search for less, or look at another time.
      </EmptyState>
    );
  }
  if (overview?.events === 0) {
    return (
      <EmptyState title="No logs are loaded yet" action={<LinkTo href="/sources">Add logs</LinkTo>}>
        Stories are made by themselves of what is found in the logs.
      </EmptyState>
    );
  }
  if (answer.behind || answer.detectedAt === null) {
    return <EmptyState title="The data is being looked at">This page fills by itself.</EmptyState>;
  }
  if (answer.alone === 0) {
    return (
      <EmptyState title="Nothing was found that could be one" action={<LinkTo href="/findings">Findings</LinkTo>}>
        A story is made of findings, and there are none.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No findings belong together"
      action={<LinkTo href="/findings">Look at {formatCounted(answer.alone, 'finding')}</LinkTo>}
    >
      A story is made where two rules or detectors found the same actor within a day, in two tactics of an attack. Each
      finding here stands alone.
    </EmptyState>
  );
}

function LinkTo({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={linkButton()}>
      {children}
    </Link>
  );
}
