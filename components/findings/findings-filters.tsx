'use client';

import type { RefObject } from 'react';
import { LaneChoice } from '@/components/explorer';
import { Choice } from '@/components/forms';
import { visibleLine } from '@/components/text';
import { LEVEL_WORDS } from '@/components/triage';
import { TextInput } from '@/components/ui';
import { FINDING_LEVELS } from '@/lib/interface';
import { TechniquePill } from './technique-pill';
import type { FindingsState } from './use-findings-state';

interface Finder {
  readonly name: string;
  readonly title: string;
  /** Findings of it that are there. */
  readonly findings: number;
}

interface FindingsFiltersProps {
  state: FindingsState;
  search: RefObject<HTMLInputElement | null>;
  /** What finds: detectors, and rules. */
  finders: readonly Finder[];
}

const ANY = '';
const TITLE_MAX = 80;
const LEVELS = [
  { value: ANY, label: 'any level' },
  ...FINDING_LEVELS.slice(1)
    .map((level) => ({
      value: level,
      label: level === 'critical' ? `only ${LEVEL_WORDS[level]}` : `from ${LEVEL_WORDS[level]}`,
    }))
    .reverse(),
];

/** What narrows the list of findings. */
export function FindingsFilters({ state, search, finders }: FindingsFiltersProps) {
  const { asked, actions } = state;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2">
      <TextInput
        ref={search}
        type="search"
        aria-label="Search findings"
        placeholder="Search findings"
        className="h-[34px] min-w-36 flex-1 basis-36 xl:max-w-80"
        value={asked.contains}
        onChange={(event) => actions.setContains(event.target.value)}
      />
      <LaneChoice label="Lanes" chosen={asked.types} onChange={actions.setTypes} />
      <Choice
        label="Level"
        quiet
        value={asked.level ?? ANY}
        choices={LEVELS}
        onChange={(value) => actions.setLevel(FINDING_LEVELS.find((each) => each === value) ?? null)}
      />
      <Choice
        label="Detector"
        quiet
        value={asked.detector ?? ANY}
        choices={finderChoices(finders, asked.detector)}
        onChange={(value) => actions.setDetector(value === ANY ? null : value)}
      />
      {asked.technique === null ? null : (
        <TechniquePill id={asked.technique} onRemove={() => actions.setTechnique(null)} />
      )}
    </div>
  );
}

/** Those that found something, and the one that is chosen. */
function finderChoices(finders: readonly Finder[], chosen: string | null) {
  const found = finders.filter(({ name, findings }) => findings > 0 || name === chosen);
  const known = found.map(({ name, title }) => ({ value: name, label: visibleLine(title.slice(0, TITLE_MAX)) }));
  const unknown =
    chosen !== null && !found.some(({ name }) => name === chosen)
      ? [{ value: chosen, label: visibleLine(chosen) }]
      : [];
  return [{ value: ANY, label: 'all detectors and rules' }, ...known, ...unknown];
}
