'use client';

import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { storiesParsers } from './search-params';
import type { StoriesAsked } from './story-queries';

export interface StoriesState {
  readonly asked: StoriesAsked;
  /** The id of the story that the keys are at. */
  readonly current: string | null;
  /** Whether anything narrows the list. */
  readonly narrowed: boolean;
  readonly actions: StoriesActions;
}

export interface StoriesActions {
  setContains(text: string): void;
  setRange(from: string | null, to: string | null): void;
  setCurrent(id: string | null): void;
  widen(): void;
}

/** The state of the list: its address, and the ways to change it. */
export function useStoriesState(): StoriesState {
  const [values, set] = useQueryStates(storiesParsers, { history: 'push', shallow: true, scroll: false });
  const { contains, from, to, story } = values;
  const asked = useMemo((): StoriesAsked => ({ contains, from, to }), [contains, from, to]);
  const actions = useMemo(
    (): StoriesActions => ({
      setContains: (text) => void set({ contains: text === '' ? null : text }, { history: 'replace' }),
      setRange: (start, end) => void set({ from: start, to: end }),
      setCurrent: (id) => void set({ story: id }, { history: 'replace' }),
      widen: () => void set({ contains: null, from: null, to: null }),
    }),
    [set],
  );
  return { asked, current: story, narrowed: contains !== '' || from !== null || to !== null, actions };
}
