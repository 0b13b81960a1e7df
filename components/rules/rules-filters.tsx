'use client';

import { X } from 'lucide-react';
import type { RefObject } from 'react';
import { Choice } from '@/components/forms';
import { minuteTime, type Zone } from '@/components/time';
import { LEVEL_WORDS } from '@/components/triage';
import { Button, TextInput } from '@/components/ui';
import { FINDING_LEVELS, RULE_ORIGINS } from '@/lib/interface';
import { ORIGIN_WORDS } from './rule-words';
import type { RulesState } from './use-rules-state';

interface RulesFiltersProps {
  state: RulesState;
  search: RefObject<HTMLInputElement | null>;
  zone: Zone;
}

const ANY = '';
const LEVELS = [
  { value: ANY, label: 'any level' },
  ...FINDING_LEVELS.map((level) => ({ value: level, label: LEVEL_WORDS[level] })).reverse(),
];
const ORIGINS = [
  { value: ANY, label: 'built in and own' },
  ...RULE_ORIGINS.map((origin) => ({ value: origin, label: ORIGIN_WORDS[origin] })),
];

/** What narrows the list of rules. */
export function RulesFilters({ state, search, zone }: RulesFiltersProps) {
  const { asked, since, set } = state;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2">
      <TextInput
        ref={search}
        type="search"
        aria-label="Search rules"
        placeholder="Search title, file, author, tag or technique"
        className="h-[34px] min-w-36 flex-1 basis-36 xl:max-w-96"
        value={asked.contains}
        maxLength={200}
        onChange={(event) => set({ contains: event.target.value })}
      />
      <Choice
        label="Level"
        quiet
        value={asked.level ?? ANY}
        choices={LEVELS}
        onChange={(value) => set({ level: FINDING_LEVELS.find((each) => each === value) ?? null })}
      />
      <Choice
        label="Whose"
        quiet
        value={asked.origin ?? ANY}
        choices={ORIGINS}
        onChange={(value) => set({ origin: RULE_ORIGINS.find((each) => each === value) ?? null })}
      />
      {since === null ? null : (
        <Button size="small" onClick={() => set({ since: null })} aria-label="Show rules changed at any time">
          changed since {minuteTime(since, zone)} <X size={13} aria-hidden />
        </Button>
      )}
    </div>
  );
}
