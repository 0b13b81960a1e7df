'use client';

import Link from 'next/link';
import { formatCounted } from '@/components/text';
import { Button, EmptyState, linkButton } from '@/components/ui';
import type { HuntsState } from './use-hunts-state';

interface NoHuntsProps {
  state: HuntsState;
  /** How many archived ones there are. */
  hidden: number;
  allowed: boolean;
  onNew: () => void;
}

/** Why the list is empty, and what to do. */
export function NoHunts({ state, hidden, allowed, onNew }: NoHuntsProps) {
  const { asked, narrowed, set, widen } = state;
  if (narrowed) {
    return (
      <EmptyState
        title="No hunt passes these filters"
        action={
          <>
            <Button onClick={widen}>Take back the filters</Button>
            {hidden === 0 ? null : <Button onClick={() => set({ archived: 'only' })}>Look in the archive</Button>}
          </>
        }
      >
        Search for less, or for another owner, status, tag or technique.
      </EmptyState>
    );
  }
  if (asked.archived === 'only') {
    return (
      <EmptyState
        title="Nothing is archived"
        action={<Button onClick={() => set({ archived: 'no' })}>All hunts</Button>}
      >
        A hunt that is archived leaves the list and keeps everything.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No hunts yet"
      action={
        <>
          {allowed ? (
            <Button look="primary" onClick={onNew}>
              New hunt
            </Button>
          ) : null}
          <Link href="/hunts/library" className={linkButton()}>
            Ready-made hunts
          </Link>
          {hidden === 0 ? null : (
            <Button onClick={() => set({ archived: 'only' })}>{formatCounted(hidden, 'archived hunt')}</Button>
          )}
        </>
      }
    >
      A hunt is a notebook for one question: a hypothesis, the queries that test it, and the events that prove it, kept
      with copies of their original text. {allowed ? 'Start one here, or from a query in the explorer with h.' : ''}
    </EmptyState>
  );
}
