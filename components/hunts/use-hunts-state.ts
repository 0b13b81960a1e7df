'use client';

import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import type { HuntsAsked } from '@/components/collect';
import { huntsParsers } from './search-params';

export interface HuntsState {
  readonly asked: HuntsAsked;
  /** Whether anything narrows the list but whether hunts are archived. */
  readonly narrowed: boolean;
  readonly set: (change: Partial<HuntsAsked>) => void;
  /** Takes back all filters. */
  readonly widen: () => void;
}

const WIDE = { status: null, owner: null, tag: null, technique: null, contains: null };

/** The state of the list: its address. A filter is a step of the back button, a letter of a search is not. */
export function useHuntsState(): HuntsState {
  const [values, setValues] = useQueryStates(huntsParsers, { history: 'push', shallow: true, scroll: false });
  const { status, owner, tag, technique, contains, archived } = values;
  return useMemo(
    () => ({
      asked: { status, owner, tag, technique, contains, archived: archived ?? 'no' },
      narrowed: status !== null || owner !== null || tag !== null || technique !== null || contains !== '',
      set: ({ archived: which, ...change }) =>
        void setValues(
          { ...change, ...(which === undefined ? {} : { archived: which === 'only' ? which : null }) },
          change.contains === undefined ? {} : { history: 'replace' },
        ),
      widen: () => void setValues(WIDE),
    }),
    [status, owner, tag, technique, contains, archived, setValues],
  );
}
