'use client';

import type { RefObject } from 'react';
import { TYPE_LABELS } from '@/components/explorer';
import { Choice } from '@/components/forms';
import { classNames, TextInput } from '@/components/ui';
import { LOG_TYPES } from '@/lib/events';
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
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend that is drawn */}
      <div role="group" aria-label="Types" className="flex overflow-hidden rounded-lg border">
        {LOG_TYPES.map((type) => {
          const pressed = filter.types.includes(type);
          return (
            <button
              key={type}
              type="button"
              aria-pressed={pressed}
              onClick={() =>
                actions.setTypes(pressed ? filter.types.filter((each) => each !== type) : [...filter.types, type])
              }
              className={classNames(
                'flex h-8 items-center gap-1.5 border-l px-2.5 text-dim whitespace-nowrap first:border-l-0 hover:bg-raise hover:text-text focus-visible:-outline-offset-2',
                pressed && 'bg-raise font-medium text-text',
              )}
            >
              <span className="size-2 rounded-xs" style={{ background: TYPE_LABELS[type].color }} />
              {TYPE_LABELS[type].label}
            </button>
          );
        })}
      </div>
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
