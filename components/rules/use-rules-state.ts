'use client';

import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import type { FindingLevel, RuleOrigin } from '@/lib/interface';
import { type RuleState, rulesParsers } from './search-params';

/** What is asked of `GET /api/rules`; null, empty = open. */
export interface RulesAsked {
  readonly state: RuleState | null;
  readonly origin: RuleOrigin | null;
  readonly level: FindingLevel | null;
  readonly contains: string;
}

export interface RulesState {
  readonly asked: RulesAsked;
  /** An ISO time: only what was changed then or later is shown. */
  readonly since: string | null;
  /** Whether anything but the state narrows the list. */
  readonly narrowed: boolean;
  readonly set: (change: Partial<RulesAsked & { since: string | null }>) => void;
  /** Takes back all filters. */
  readonly widen: () => void;
}

const WIDE = { state: null, origin: null, level: null, contains: null, since: null };

/** The state of the list: its address. A filter is a step of the back button, a letter of a search is not. */
export function useRulesState(): RulesState {
  const [values, setValues] = useQueryStates(rulesParsers, { history: 'push', shallow: true, scroll: false });
  const { state, origin, level, contains, since } = values;
  return useMemo(
    () => ({
      asked: { state, origin, level, contains },
      since,
      narrowed: origin !== null || level !== null || contains !== '' || since !== null,
      set: ({ contains: text, ...change }) =>
        void setValues(
          { ...change, ...(text === undefined ? {} : { contains: text === '' ? null : text }) },
          text === undefined ? {} : { history: 'replace' },
        ),
      widen: () => void setValues(WIDE),
    }),
    [state, origin, level, contains, since, setValues],
  );
}
