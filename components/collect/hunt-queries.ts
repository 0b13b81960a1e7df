'use client';

import { keepPreviousData, type QueryClient, type QueryKey, useQuery } from '@tanstack/react-query';
import { fetchAnswer } from '@/components/interface';
import { type HuntStatus, huntsAnswer, pinsAnswer } from '@/lib/interface';

/** What is asked of `GET /api/hunts`; null and empty = open. */
export interface HuntsAsked {
  readonly status: HuntStatus | null;
  readonly owner: string | null;
  readonly tag: string | null;
  readonly technique: string | null;
  readonly contains: string;
  readonly archived: 'no' | 'only';
}

export const ALL_HUNTS: HuntsAsked = {
  ...{ status: null, owner: null, tag: null, technique: null },
  ...{ contains: '', archived: 'no' },
};

const HUNTS_KEY: QueryKey = ['hunts'];
const PINS_KEY: QueryKey = ['pins'];
const RENEWAL_MS = 30_000;

/** The hunts, the latest changed first. */
export function useHunts(asked: HuntsAsked, enabled = true) {
  return useQuery({
    queryKey: [...HUNTS_KEY, asked],
    queryFn: ({ signal }) => fetchAnswer(huntsAnswer, '/api/hunts', { ...asked }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchOnWindowFocus: true,
    enabled,
  });
}

/** The pins of all hunts in a stretch of time, ISO or relative; null = open. */
export function usePins(from: string | null, to: string | null) {
  return useQuery({
    queryKey: [...PINS_KEY, from, to],
    queryFn: ({ signal }) => fetchAnswer(pinsAnswer, '/api/pins', { from, to }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: RENEWAL_MS,
    refetchOnWindowFocus: true,
  });
}

/** What is kept of one hunt. */
export function huntKey(slug: string): QueryKey {
  return ['hunt', slug];
}

export function pathOfHunt(slug: string): string {
  return `/api/hunts/${encodeURIComponent(slug)}`;
}

/** The page of a hunt. */
export function pageOfHunt(slug: string): string {
  return `/hunts/${encodeURIComponent(slug)}`;
}

/** Lists and marks are out of date: a hunt was changed. */
export function renewHunts(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: HUNTS_KEY });
  void client.invalidateQueries({ queryKey: PINS_KEY });
}
