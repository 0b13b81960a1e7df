'use client';

import { X } from 'lucide-react';
import type { RefObject } from 'react';
import { Choice } from '@/components/forms';
import { visibleLine } from '@/components/text';
import { TextInput } from '@/components/ui';
import { HUNT_STATUSES, type HuntSummary } from '@/lib/interface';
import { techniqueTitle } from './technique-title';
import type { HuntsState } from './use-hunts-state';

interface HuntsFiltersProps {
  state: HuntsState;
  search: RefObject<HTMLInputElement | null>;
  /** What is listed: its owners can be chosen. */
  hunts: readonly HuntSummary[];
}

const ANY = '';
const STATUSES = [
  { value: ANY, label: 'any status' },
  ...HUNT_STATUSES.map((status) => ({ value: status, label: status })),
];

/** What narrows the list of hunts. */
export function HuntsFilters({ state, search, hunts }: HuntsFiltersProps) {
  const { asked, set } = state;
  const owners = new Set([...hunts.map(({ owner }) => owner), asked.owner ?? ''].filter((owner) => owner !== ''));
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5">
      <TextInput
        ref={search}
        type="search"
        aria-label="Search hunts"
        placeholder="Search titles, hypotheses, notes and tags"
        className="h-[34px] min-w-48 flex-1 basis-48 xl:max-w-96"
        value={asked.contains}
        onChange={(event) => set({ contains: event.target.value })}
      />
      <Choice
        label="Status"
        quiet
        value={asked.status ?? ANY}
        choices={STATUSES}
        onChange={(value) => set({ status: HUNT_STATUSES.find((each) => each === value) ?? null })}
      />
      <Choice
        label="Owner"
        quiet
        value={asked.owner ?? ANY}
        choices={[
          { value: ANY, label: 'any owner' },
          ...[...owners].sort().map((owner) => ({ value: owner, label: visibleLine(owner) })),
        ]}
        onChange={(value) => set({ owner: value === ANY ? null : value })}
      />
      {asked.technique === null ? null : (
        <Only label={techniqueTitle(asked.technique)} onRemove={() => set({ technique: null })} />
      )}
      {asked.tag === null ? null : <Only label={`#${asked.tag}`} onRemove={() => set({ tag: null })} />}
    </div>
  );
}

/** A filter that was chosen in the list itself. */
function Only({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <button
      type="button"
      aria-label={`Only ${visibleLine(label)}: take the filter back`}
      onClick={onRemove}
      className="flex h-7 max-w-64 items-center gap-1.5 rounded-md bg-raise px-2 text-xs hover:text-accent"
    >
      <span className="truncate">{visibleLine(label)}</span>
      <X size={12} aria-hidden className="shrink-0 text-faint" />
    </button>
  );
}
