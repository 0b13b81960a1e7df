'use client';

import Link from 'next/link';
import { formatCount } from '@/components/text';
import type { Zone } from '@/components/time';
import { Button, EmptyState, linkButton } from '@/components/ui';
import { useExplanation } from './explorer-queries';
import { type Moments, rangeAround } from './range-moves';
import { TYPE_LABELS } from './type-labels';
import type { ExplorerState } from './use-explorer-state';
import { WhyNoEvents } from './why-no-events';

interface NoEventsProps {
  state: ExplorerState;
  zone: Zone;
  /** The range that is looked at; null when it is everything. */
  moments: Moments | null;
  /** Nothing is loaded at all. */
  nothingLoaded: boolean;
  onAllTypes: () => void;
}

/** Why the table is empty, and the ways out of it. */
export function NoEvents({ state, zone, moments, nothingLoaded, onAllTypes }: NoEventsProps) {
  const { selection, actions } = state;
  const { type, q, from, to, source } = selection;
  const why = useExplanation(selection, !nothingLoaded);
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
  const time = why.data?.time;
  const allTime = (time?.before?.count ?? 0) + (time?.after?.count ?? 0) + (time?.untimed ?? 0);
  const inTypes = (why.data?.types ?? []).reduce((sum, { count }) => sum + count, 0);
  // What is known to find nothing is no way out.
  const leads = (count: number) => why.data === undefined || count > 0;
  const counted = (count: number) => (why.data === undefined ? '' : ` (${formatCount(count)})`);
  const jump = (moment: string) => {
    const range = rangeAround(Date.parse(moment), moments);
    actions.setRange(new Date(range.from).toISOString(), new Date(range.to).toISOString());
  };
  return (
    <EmptyState
      className="max-w-2xl"
      title={`No ${what} matches${ranged ? ' in this range' : ''}`}
      action={
        <>
          {ranged && leads(allTime) ? (
            <Button onClick={() => actions.setRange(null, null)}>Search all time{counted(allTime)}</Button>
          ) : null}
          {type !== null && leads(inTypes) ? (
            <Button onClick={onAllTypes}>Look in all lanes{counted(inTypes)}</Button>
          ) : null}
          {source !== null && leads(why.data?.elsewhere ?? 0) ? (
            <Button onClick={() => actions.setSource(null)}>
              Look in all sources{counted(why.data?.elsewhere ?? 0)}
            </Button>
          ) : null}
          {q === '' ? null : <Button onClick={() => actions.search('')}>Clear the query</Button>}
        </>
      }
    >
      {why.data === undefined ? (
        <p>{why.isError ? `Why cannot be said: ${why.error.message}` : 'Looking why …'}</p>
      ) : (
        <WhyNoEvents why={why.data} zone={zone} onSearch={actions.search} onJump={jump} />
      )}
    </EmptyState>
  );
}
