'use client';

import type { RefObject } from 'react';
import { LaneChoice } from '@/components/explorer';
import { Choice } from '@/components/forms';
import { LEVEL_WORDS } from '@/components/triage';
import { TextInput } from '@/components/ui';
import { type DetectorsAnswer, FINDING_LEVELS } from '@/lib/interface';
import { TechniquePill } from './technique-pill';
import type { FindingsState } from './use-findings-state';

interface FindingsFiltersProps {
  state: FindingsState;
  search: RefObject<HTMLInputElement | null>;
  detectors: DetectorsAnswer['detectors'];
}

const ANY = '';
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
export function FindingsFilters({ state, search, detectors }: FindingsFiltersProps) {
  const { asked, actions } = state;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 pb-2">
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
        choices={detectorChoices(detectors, asked.detector)}
        onChange={(value) => actions.setDetector(value === ANY ? null : value)}
      />
      {asked.technique === null ? null : (
        <TechniquePill id={asked.technique} onRemove={() => actions.setTechnique(null)} />
      )}
    </div>
  );
}

/** Those that found something, and the one that is chosen. */
function detectorChoices(detectors: DetectorsAnswer['detectors'], chosen: string | null) {
  const found = detectors.filter(({ name, findings }) => findings > 0 || name === chosen);
  const known = found.map(({ name, title }) => ({ value: name, label: title }));
  const unknown =
    chosen !== null && !found.some(({ name }) => name === chosen) ? [{ value: chosen, label: chosen }] : [];
  return [{ value: ANY, label: 'all detectors' }, ...known, ...unknown];
}
