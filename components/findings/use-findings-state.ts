'use client';

import { useQueryStates } from 'nuqs';
import { useMemo, useState } from 'react';
import { ALL_FINDINGS, FINDINGS_MAX, type FindingsAsked } from '@/components/triage';
import type { LogType } from '@/lib/events';
import type { FindingLevel, Verdict } from '@/lib/interface';
import { findingsParsers, type Grouping } from './search-params';

export interface FindingsState {
  /** What the server is asked. */
  readonly asked: FindingsAsked;
  readonly group: Grouping | null;
  readonly open: string | null;
  /** Whether anything but the verdict narrows the list. */
  readonly narrowed: boolean;
  readonly actions: FindingsActions;
}

export interface FindingsActions {
  setTypes(types: readonly LogType[]): void;
  setLevel(level: FindingLevel | null): void;
  setDetector(detector: string | null): void;
  setTechnique(technique: string | null): void;
  setVerdicts(verdicts: readonly Verdict[] | null): void;
  setContains(text: string): void;
  setRange(from: string | null, to: string | null): void;
  setGroup(group: Grouping | null): void;
  /** Takes back all filters but the verdict. */
  widen(): void;
  /** As many as one answer holds. */
  showMore(): void;
  openFinding(id: string | null): void;
}

const WIDE = { type: null, level: null, detector: null, technique: null, contains: null, from: null, to: null };

/** The state of the page: its address, and the ways to change it. A filter is a step of the back button, moving is not. */
export function useFindingsState(): FindingsState {
  const [values, set] = useQueryStates(findingsParsers, { history: 'push', shallow: true, scroll: false });
  const [limit, setLimit] = useState(ALL_FINDINGS.limit);
  const { type, level, detector, technique, verdict, contains, from, to, group, finding } = values;
  const asked = useMemo(
    (): FindingsAsked => ({ types: type, level, detector, technique, verdicts: verdict, contains, from, to, limit }),
    [type, level, detector, technique, verdict, contains, from, to, limit],
  );
  const narrowed =
    type.length > 0 ||
    level !== null ||
    detector !== null ||
    technique !== null ||
    contains !== '' ||
    from !== null ||
    to !== null;
  const actions = useMemo(
    (): FindingsActions => ({
      setTypes: (types) => void set({ type: types.length === 0 ? null : [...types] }),
      setLevel: (next) => void set({ level: next }),
      setDetector: (next) => void set({ detector: next }),
      setTechnique: (next) => void set({ technique: next }),
      setVerdicts: (next) => void set({ verdict: next === null ? null : [...next] }),
      setContains: (text) => void set({ contains: text === '' ? null : text }, { history: 'replace' }),
      setRange: (start, end) => void set({ from: start, to: end }),
      setGroup: (next) => void set({ group: next }, { history: 'replace' }),
      widen: () => void set(WIDE),
      showMore: () => setLimit(FINDINGS_MAX),
      openFinding: (id) => void set({ finding: id }, { history: 'replace' }),
    }),
    [set],
  );
  return { asked, group, open: finding, narrowed, actions };
}
