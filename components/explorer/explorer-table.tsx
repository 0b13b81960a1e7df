'use client';

import { type RefObject, useCallback } from 'react';
import { formatCount } from '@/components/text';
import type { Zone } from '@/components/time';
import { Button, EmptyState } from '@/components/ui';
import { AnswerPanel } from './answer-panel';
import { EventTable } from './event-table';
import { LiveNotice } from './live-notice';
import { NoEvents } from './no-events';
import { PatternsPanel } from './patterns-panel';
import type { EventCursor } from './use-event-cursor';
import type { ExplorerState } from './use-explorer-state';
import type { View } from './use-view';

interface ExplorerTableProps {
  scroller: RefObject<HTMLDivElement | null>;
  state: ExplorerState;
  view: View;
  cursor: EventCursor;
  /** The ids of events that a hunt holds. */
  pinned: ReadonlySet<string>;
  zone: Zone;
  onAllTypes: () => void;
  /** Ends the pause of the tail. */
  onGoOn: () => void;
}

/** The events, or what a query with steps makes of them; and what is said when there are none, or when they fail or end. */
export function ExplorerTable(props: ExplorerTableProps) {
  const { scroller, state, view, cursor, zone } = props;
  const { query, events } = view.events;
  const { fetchNextPage } = query;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  if (state.patterns !== null && view.fault === null) {
    return (
      <div className="grid min-w-0 flex-1">
        <PatternsPanel
          {...{ scroller, state, view, zone }}
          order={state.patterns}
          noEvents={<Nothing {...props} stale={false} />}
        />
      </div>
    );
  }
  if (view.answering) {
    return (
      <div className="grid min-w-0 flex-1">
        <AnswerPanel
          {...{ scroller, state, view, zone }}
          noEvents={<Nothing {...props} stale={view.answer.isPlaceholderData} />}
        />
      </div>
    );
  }
  return (
    <div className="relative grid min-w-0 flex-1">
      <LiveNotice tail={view.tail} onResume={props.onGoOn} onReload={() => state.actions.setLive(false)} />
      <EventTable
        scroller={scroller}
        events={events}
        type={state.selection.type}
        columns={state.columns}
        sort={state.sort}
        zone={zone}
        days={view.days}
        arrived={view.tail.buffer.shown.length}
        count={view.count.data?.count ?? null}
        current={cursor.current}
        pinned={props.pinned}
        open={state.event}
        stale={query.isPlaceholderData}
        loading={query.isFetching || view.piped}
        hasMore={query.hasNextPage && !query.isError && !view.piped}
        instead={insteadOfRows(props)}
        end={<End view={view} />}
        onMore={more}
        onOpen={cursor.open}
        onSort={state.actions.setSort}
        onColumns={state.actions.setColumns}
      />
    </div>
  );
}

function insteadOfRows({ state, view, zone, onAllTypes }: ExplorerTableProps) {
  const { query, events } = view.events;
  if (view.fault !== null) {
    return (
      <EmptyState
        title="The query cannot be read"
        tone="error"
        action={<Button onClick={() => state.actions.search('')}>Clear the query</Button>}
      >
        {view.fault.message}
      </EmptyState>
    );
  }
  if (events.length > 0) return null;
  if (query.isError) {
    return (
      <EmptyState
        title="The events could not be read"
        tone="error"
        action={<Button onClick={() => void query.refetch()}>Try again</Button>}
      >
        {query.error.message}
      </EmptyState>
    );
  }
  if (query.isPending) return <p className="px-4 py-3 text-faint">Reading …</p>;
  return <Nothing {...{ state, view, zone, onAllTypes }} stale={query.isPlaceholderData} />;
}

function Nothing({
  state,
  view,
  zone,
  onAllTypes,
  stale,
}: Pick<ExplorerTableProps, 'state' | 'view' | 'zone' | 'onAllTypes'> & { stale: boolean }) {
  return (
    <NoEvents
      {...{ state, zone, onAllTypes, stale }}
      moments={view.moments}
      nothingLoaded={view.overview.data?.events === 0}
    />
  );
}

function End({ view }: { view: View }) {
  const { query, events } = view.events;
  return (
    <div className="flex h-9 items-center gap-3 px-3 text-2xs text-faint">
      {query.isFetchNextPageError ? (
        <>
          <span className="text-error">The next events could not be read: {query.error?.message}</span>
          <Button size="small" onClick={() => void query.fetchNextPage()}>
            Try again
          </Button>
        </>
      ) : query.hasNextPage ? (
        'Reading more …'
      ) : (
        `That is all: ${formatCount(events.length)} ${events.length === 1 ? 'event' : 'events'}`
      )}
    </div>
  );
}
