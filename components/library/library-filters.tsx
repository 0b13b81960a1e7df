'use client';

import type { RefObject } from 'react';
import { LaneChoice } from '@/components/explorer';
import { Choice } from '@/components/forms';
import { TextInput } from '@/components/ui';
import type { ReadyHuntAnswer } from '@/lib/interface';
import type { LibraryState } from './use-library-state';

interface LibraryFiltersProps {
  state: LibraryState;
  hunts: readonly ReadyHuntAnswer[];
  search: RefObject<HTMLInputElement | null>;
}

const ANY = '';

/** What narrows the list of hunts. */
export function LibraryFilters({ state, hunts, search }: LibraryFiltersProps) {
  const { filter, actions } = state;
  const tactics = [...new Set(hunts.flatMap(({ tactics: own }) => own))].sort();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-2">
      <TextInput
        ref={search}
        type="search"
        aria-label="Search the library"
        placeholder="Search the library"
        className="h-[34px] min-w-36 flex-1 basis-36 xl:max-w-80"
        value={filter.contains}
        onChange={(event) => actions.setContains(event.target.value)}
      />
      <LaneChoice label="Types" chosen={filter.types} onChange={actions.setTypes} />
      <Choice
        label="Tactic"
        quiet
        value={filter.tactic ?? ANY}
        choices={[{ value: ANY, label: 'all tactics' }, ...tactics.map((tactic) => ({ value: tactic, label: tactic }))]}
        onChange={(tactic) => actions.setTactic(tactic === ANY ? null : tactic)}
      />
      <label className="flex items-center gap-2 whitespace-nowrap text-dim">
        <input
          type="checkbox"
          className="accent-(--accent)"
          checked={filter.runs}
          onChange={(event) => actions.setRuns(event.target.checked)}
        />
        only what can run
      </label>
    </div>
  );
}
