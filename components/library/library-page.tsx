'use client';

import { useRef } from 'react';
import { useHotkeys } from '@/components/explorer';
import { HuntsTabs } from '@/components/hunts-tabs';
import { formatCount } from '@/components/text';
import { Button, EmptyState } from '@/components/ui';
import { filterHunts } from './filter-hunts';
import { HuntList } from './hunt-list';
import { HuntPanel } from './hunt-panel';
import { LibraryFilters } from './library-filters';
import { useLibrary, useOverview } from './library-queries';
import { NothingLoaded } from './nothing-loaded';
import { useLibraryState } from './use-library-state';

/** `/hunts/library`: hunts that are ready to be run, and which of them the data can answer. */
export function LibraryPage() {
  const state = useLibraryState();
  const library = useLibrary();
  const overview = useOverview();
  const search = useRef<HTMLInputElement>(null);
  const { actions } = state;
  const hunts = library.data?.hunts ?? [];
  const shown = filterHunts(hunts, state.filter);
  const open = hunts.find(({ name }) => name === state.open) ?? null;
  useHotkeys({ '/': () => search.current?.focus(), Escape: () => actions.openHunt(null) });
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="px-4 pt-4 pb-2">
        <h1 className="text-lg font-semibold">Library</h1>
        <p className="text-dim">
          Hunts that are ready to be run.{' '}
          {library.data === undefined
            ? null
            : `${formatCount(hunts.filter(({ canRun }) => canRun).length)} of ${formatCount(hunts.length)} can be run on the logs that are here.`}
        </p>
      </header>
      <HuntsTabs />
      <LibraryFilters {...{ state, hunts, search }} />
      <div className="relative flex min-h-0 flex-1">
        <div className="@container min-w-0 flex-1 overflow-y-auto">
          {overview.data?.events === 0 ? <NothingLoaded /> : null}
          {library.isError ? (
            <EmptyState title="The library cannot be shown" tone="error">
              {library.error.message}
            </EmptyState>
          ) : null}
          {library.isSuccess && shown.length === 0 ? (
            <EmptyState
              title="No hunt passes these filters"
              action={<Button onClick={actions.widen}>Take back the filters</Button>}
            >
              Search for less, or look at other types and tactics.
            </EmptyState>
          ) : null}
          <HuntList
            hunts={shown}
            open={open?.name ?? null}
            onOpen={(name) => actions.openHunt(name === state.open ? null : name)}
          />
        </div>
        {open === null ? null : (
          <HuntPanel
            key={open.name}
            hunt={open}
            className="w-[440px] shrink-0 xl:w-[520px] max-lg:absolute max-lg:inset-y-0 max-lg:right-0 max-lg:z-30 max-lg:shadow-float"
            onClose={() => actions.openHunt(null)}
          />
        )}
      </div>
    </div>
  );
}
