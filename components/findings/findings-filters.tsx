'use client';

import { type RefObject, useMemo } from 'react';
import { type Moments, momentsOf, TimeRangeControl, TYPE_LABELS } from '@/components/explorer';
import { Choice } from '@/components/forms';
import type { Zone } from '@/components/time';
import { LEVEL_WORDS } from '@/components/triage';
import { classNames, TextInput } from '@/components/ui';
import { LOG_TYPES, type LogType } from '@/lib/events';
import { type DetectorsAnswer, FINDING_LEVELS } from '@/lib/interface';
import { GROUPINGS } from './search-params';
import type { FindingsState } from './use-findings-state';

interface FindingsFiltersProps {
  state: FindingsState;
  search: RefObject<HTMLInputElement | null>;
  detectors: DetectorsAnswer['detectors'];
  /** The data's own first and last time; null while unknown. */
  span: Moments | null;
  zone: Zone;
  timeOpen: boolean;
  onTimeOpen: (open: boolean) => void;
}

const ANY = '';
const LEVELS = [
  { value: ANY, label: 'any' },
  ...FINDING_LEVELS.slice(1)
    .map((level) => ({
      value: level,
      label: level === 'critical' ? LEVEL_WORDS[level] : `${LEVEL_WORDS[level]} and above`,
    }))
    .reverse(),
];
const GROUPS = [
  { value: ANY, label: 'nothing' },
  { value: 'detector', label: 'detector' },
  { value: 'subject', label: 'who it is about' },
];

/** What narrows the list of findings, and what it is put together by. */
export function FindingsFilters(props: FindingsFiltersProps) {
  const { state, search, detectors, span, zone } = props;
  const { asked, group, actions } = state;
  const moments = useMemo(() => momentsOf(asked.from, asked.to, span), [asked.from, asked.to, span]);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pb-2.5">
      <TextInput
        ref={search}
        type="search"
        aria-label="Search findings"
        placeholder="Search titles, reasons and subjects"
        className="h-[34px] w-64"
        value={asked.contains}
        onChange={(event) => actions.setContains(event.target.value)}
      />
      <Lanes chosen={asked.types} onChange={actions.setTypes} />
      <Choice
        label="Level"
        value={asked.level ?? ANY}
        choices={LEVELS}
        onChange={(value) => actions.setLevel(FINDING_LEVELS.find((each) => each === value) ?? null)}
      />
      <Choice
        label="Detector"
        value={asked.detector ?? ANY}
        choices={detectorChoices(detectors, asked.detector)}
        onChange={(value) => actions.setDetector(value === ANY ? null : value)}
      />
      <Choice
        label="Group by"
        value={group ?? ANY}
        choices={GROUPS}
        onChange={(value) => actions.setGroup(GROUPINGS.find((each) => each === value) ?? null)}
      />
      <TimeRangeControl
        from={asked.from}
        to={asked.to}
        {...{ moments, span, zone }}
        thisYear={new Date().getUTCFullYear()}
        open={props.timeOpen}
        onOpenChange={props.onTimeOpen}
        onChange={actions.setRange}
      />
    </div>
  );
}

interface LanesProps {
  chosen: readonly LogType[];
  onChange: (types: readonly LogType[]) => void;
}

/** The lanes to look at; none chosen means all. */
function Lanes({ chosen, onChange }: LanesProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend that is drawn
    <div role="group" aria-label="Lanes" className="flex overflow-hidden rounded-lg border">
      {LOG_TYPES.map((type) => {
        const { label, color } = TYPE_LABELS[type];
        const pressed = chosen.includes(type);
        return (
          <button
            key={type}
            type="button"
            aria-pressed={pressed}
            onClick={() => onChange(pressed ? chosen.filter((each) => each !== type) : [...chosen, type])}
            className={classNames(
              'flex h-8 items-center gap-1.5 border-l px-2.5 text-dim whitespace-nowrap first:border-l-0 hover:bg-raise hover:text-text focus-visible:-outline-offset-2',
              pressed && 'bg-raise font-medium text-text',
            )}
          >
            <span className="size-2 rounded-xs" style={{ background: color }} />
            {label}
          </button>
        );
      })}
    </div>
  );
}

/** Those that found something, and the one that is chosen. */
function detectorChoices(detectors: DetectorsAnswer['detectors'], chosen: string | null) {
  const found = detectors.filter(({ name, findings }) => findings > 0 || name === chosen);
  const known = found.map(({ name, title }) => ({ value: name, label: title }));
  const unknown =
    chosen !== null && !found.some(({ name }) => name === chosen) ? [{ value: chosen, label: chosen }] : [];
  return [{ value: ANY, label: 'all' }, ...known, ...unknown];
}
