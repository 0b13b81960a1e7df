'use client';

import { Archive, Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useHunts } from '@/components/collect';
import { useHotkeys } from '@/components/explorer';
import { Problem } from '@/components/forms';
import { HuntsTabs } from '@/components/hunts-tabs';
import { formatCounted } from '@/components/text';
import { useZone } from '@/components/time';
import { Button, EmptyState, Kbd } from '@/components/ui';
import { ArchivedNote } from './archived-note';

import { HuntsFilters } from './hunts-filters';
import { HuntsTable } from './hunts-table';
import { ImportHunt } from './import-hunt';
import { NewHunt } from './new-hunt';
import { NoHunts } from './no-hunts';
import { RemoveHunt } from './remove-hunt';
import { useHuntActions } from './use-hunt-actions';
import { useHuntsState } from './use-hunts-state';

/** `/hunts`: the saved hunts. */
export function HuntsPage() {
  const [zone] = useZone();
  const state = useHuntsState();
  const answer = useHunts(state.asked);
  const actions = useHuntActions();
  const search = useRef<HTMLInputElement>(null);
  const [making, setMaking] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  useHotkeys({
    '/': () => search.current?.focus(),
    n: () => {
      if (actions.allowed) setMaking(true);
    },
  });
  const hunts = answer.data?.hunts ?? [];
  return (
    <div className="mx-auto flex min-h-full max-w-[1500px] flex-col pb-12">
      <header className="flex flex-wrap items-center gap-2 px-4 pt-4 pb-2">
        <div className="min-w-0 flex-1">
          <h1 className="text-lg font-semibold">Hunts</h1>
          <p className="text-dim">Questions, the queries that test them, and the events that prove them.</p>
        </div>
        {actions.allowed ? (
          <>
            <ImportHunt onProblem={setProblem} />
            <Button look="primary" onClick={() => setMaking(true)}>
              <Plus size={15} aria-hidden /> New hunt <Kbd>n</Kbd>
            </Button>
          </>
        ) : null}
      </header>
      <HuntsTabs />
      <div className="relative">
        {answer.isFetching && answer.isPlaceholderData ? <div className="progress-line" /> : null}
        <HuntsFilters state={state} search={search} hunts={hunts} />
      </div>
      <div className="px-4">
        <Problem error={problem} />
      </div>
      {answer.data === undefined ? (
        <Waiting error={answer.error} />
      ) : hunts.length === 0 ? (
        <NoHunts state={state} hidden={answer.data.hidden} allowed={actions.allowed} onNew={() => setMaking(true)} />
      ) : (
        <>
          <HuntsTable {...{ hunts, zone, state, actions }} stale={answer.isPlaceholderData} />
          <p className="flex items-center gap-3 px-4 pt-3 text-xs text-faint">
            {formatCounted(hunts.length, 'hunt')}
            {state.asked.archived === 'only' ? ' in the archive' : ''}
            <ArchiveSwitch state={state} hidden={answer.data.hidden} />
          </p>
        </>
      )}
      <NewHunt open={making} onOpenChange={setMaking} />
      <RemoveHunt actions={actions} />
      <ArchivedNote actions={actions} />
    </div>
  );
}

function Waiting({ error }: { error: Error | null }) {
  if (error === null) return <p className="px-4 py-3 text-faint">Reading …</p>;
  return (
    <EmptyState title="The hunts cannot be listed" tone="error">
      {error.message}
    </EmptyState>
  );
}

function ArchiveSwitch({ state, hidden }: { state: ReturnType<typeof useHuntsState>; hidden: number }) {
  const archive = state.asked.archived === 'only';
  if (!archive && hidden === 0) return null;
  return (
    <button
      type="button"
      onClick={() => state.set({ archived: archive ? 'no' : 'only' })}
      className="inline-flex items-center gap-1.5 rounded text-accent hover:underline"
    >
      <Archive size={12} aria-hidden />
      {archive ? 'Back to the hunts' : `${formatCounted(hidden, 'archived hunt')}`}
    </button>
  );
}
