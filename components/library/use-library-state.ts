'use client';

import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import type { LogType } from '@/lib/events';
import type { LibraryFilter } from './filter-hunts';
import { libraryParsers } from './search-params';

export interface LibraryState {
  readonly filter: LibraryFilter;
  readonly open: string | null;
  readonly narrowed: boolean;
  readonly actions: LibraryActions;
}

interface LibraryActions {
  setTypes(types: readonly LogType[]): void;
  setTactic(tactic: string | null): void;
  setContains(text: string): void;
  setRuns(runs: boolean): void;
  /** Takes back all filters. */
  widen(): void;
  openHunt(name: string | null): void;
}

/** The state of the page: its address, and the ways to change it. A filter is a step of the back button, moving is not. */
export function useLibraryState(): LibraryState {
  const [values, set] = useQueryStates(libraryParsers, { history: 'push', shallow: true, scroll: false });
  const { type, tactic, contains, runs, hunt } = values;
  const filter = useMemo(
    (): LibraryFilter => ({ types: type, tactic, contains, runs }),
    [type, tactic, contains, runs],
  );
  const actions = useMemo(
    (): LibraryActions => ({
      setTypes: (types) => void set({ type: types.length === 0 ? null : [...types] }),
      setTactic: (next) => void set({ tactic: next }),
      setContains: (text) => void set({ contains: text === '' ? null : text }, { history: 'replace' }),
      setRuns: (next) => void set({ runs: next ? true : null }),
      widen: () => void set({ type: null, tactic: null, contains: null, runs: null }),
      openHunt: (name) => void set({ hunt: name }, { history: 'replace' }),
    }),
    [set],
  );
  const narrowed = type.length > 0 || tactic !== null || contains !== '' || runs;
  return { filter, open: hunt, narrowed, actions };
}
