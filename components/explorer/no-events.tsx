'use client';

import Link from 'next/link';
import { Button, EmptyState, linkButton } from '@/components/ui';
import { TYPE_LABELS } from './type-labels';
import type { ExplorerState } from './use-explorer-state';

interface NoEventsProps {
  state: ExplorerState;
  /** Nothing is loaded at all. */
  nothingLoaded: boolean;
  onAllTypes: () => void;
}

/** Why the table is empty, and the ways out of it. */
export function NoEvents({ state, nothingLoaded, onAllTypes }: NoEventsProps) {
  const { selection, actions } = state;
  const { type, q, from, to } = selection;
  if (nothingLoaded) {
    return (
      <EmptyState
        title="There are no logs yet"
        action={
          <Link href="/" className={linkButton('primary')}>
            Drop logs
          </Link>
        }
      >
        Drop a cluster’s logs on the overview: a folder, an archive, a whole support bundle.
      </EmptyState>
    );
  }
  const ranged = from !== null || to !== null;
  const what = type === null ? 'event' : `${TYPE_LABELS[type].label.toLowerCase()} event`;
  return (
    <EmptyState
      title={`No ${what} matches${ranged ? ' in this range' : ''}`}
      action={
        <>
          {ranged ? <Button onClick={() => actions.setRange(null, null)}>Search all time</Button> : null}
          {q === '' ? null : <Button onClick={() => actions.search('')}>Clear the query</Button>}
          {type === null ? null : <Button onClick={onAllTypes}>Look in all lanes</Button>}
        </>
      }
    >
      {ranged ? 'There may be some before or after it.' : 'Nothing that was read is like this.'}
    </EmptyState>
  );
}
