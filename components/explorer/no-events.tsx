'use client';

import Link from 'next/link';
import { formatCount } from '@/components/text';
import type { Zone } from '@/components/time';
import { Button, classNames, EmptyState, linkButton } from '@/components/ui';
import type { ExplainAnswer } from '@/lib/interface';
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
  /** It is not known yet whether the question has events; the one before had none. */
  stale: boolean;
  onAllTypes: () => void;
}

/** Why the table is empty, and the ways out of it. */
export function NoEvents({ state, zone, moments, nothingLoaded, stale, onAllTypes }: NoEventsProps) {
  const { selection, actions } = state;
  const { type, from, to } = selection;
  const why = useExplanation(selection, !nothingLoaded && !stale);
  const isOld = stale || why.isPlaceholderData;
  if (nothingLoaded) return <NoLogs />;
  const ranged = from !== null || to !== null;
  const what = type === null ? 'event' : `${TYPE_LABELS[type].label.toLowerCase()} event`;
  const jump = (moment: string) => {
    const range = rangeAround(Date.parse(moment), moments);
    actions.setRange(new Date(range.from).toISOString(), new Date(range.to).toISOString());
  };
  return (
    <EmptyState
      className={classNames('max-w-2xl transition-opacity', isOld && 'opacity-50')}
      inert={isOld}
      title={`No ${what} matches${ranged ? ' in this range' : ''}`}
      action={<WaysOut why={why.data} {...{ state, onAllTypes }} />}
    >
      {why.data === undefined ? (
        <p>{why.isError ? `Why cannot be said: ${why.error.message}` : 'Looking why …'}</p>
      ) : (
        <WhyNoEvents why={why.data} zone={zone} onSearch={actions.search} onJump={jump} />
      )}
    </EmptyState>
  );
}

interface WaysOutProps {
  why: ExplainAnswer | undefined;
  state: ExplorerState;
  onAllTypes: () => void;
}

/** Buttons that widen the question, each with how many events that would find; what is known to find nothing is no way out. */
function WaysOut({ why, state, onAllTypes }: WaysOutProps) {
  const { selection, actions } = state;
  const { type, q, from, to, source } = selection;
  const time = why?.time;
  const allTime = (time?.before?.count ?? 0) + (time?.after?.count ?? 0) + (time?.untimed ?? 0);
  const inTypes = (why?.types ?? []).reduce((sum, { count }) => sum + count, 0);
  const inSources = why?.elsewhere ?? 0;
  const leads = (count: number) => why === undefined || count > 0;
  const counted = (count: number) => (why === undefined ? '' : ` (${formatCount(count)})`);
  return (
    <>
      {(from !== null || to !== null) && leads(allTime) ? (
        <Button onClick={() => actions.setRange(null, null)}>Search all time{counted(allTime)}</Button>
      ) : null}
      {type !== null && leads(inTypes) ? (
        <Button onClick={onAllTypes}>Look in all lanes{counted(inTypes)}</Button>
      ) : null}
      {source !== null && leads(inSources) ? (
        <Button onClick={() => actions.setSource(null)}>Look in all sources{counted(inSources)}</Button>
      ) : null}
      {q === '' ? null : <Button onClick={() => actions.search('')}>Clear the query</Button>}
    </>
  );
}

function NoLogs() {
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
