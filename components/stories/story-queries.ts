'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchAnswer } from '@/components/interface';
import { FINDINGS_KEY } from '@/components/triage';
import { overviewAnswer, storiesAnswer, storyDetail } from '@/lib/interface';

/** What is asked of `GET /api/stories`; null, empty = open. */
export interface StoriesAsked {
  readonly contains: string;
  readonly from: string | null;
  readonly to: string | null;
}

export const ALL_STORIES: StoriesAsked = { contains: '', from: null, to: null };

const BEHIND_MS = 3000;
const RENEWAL_MS = 60_000;
const STORIES_MAX = 200;

/** The stories, worst first; asked for again while more data is looked at, and whenever a finding is judged. */
export function useStories(asked: StoriesAsked) {
  return useQuery({
    queryKey: [...FINDINGS_KEY, 'stories', asked],
    queryFn: ({ signal }) => fetchAnswer(storiesAnswer, '/api/stories', { ...asked, limit: STORIES_MAX }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.behind === true ? BEHIND_MS : RENEWAL_MS),
  });
}

export function useStory(id: string) {
  return useQuery({
    queryKey: [...FINDINGS_KEY, 'story', id],
    queryFn: ({ signal }) => fetchAnswer(storyDetail, `/api/stories/${encodeURIComponent(id)}`, {}, { signal }),
    staleTime: 0,
    refetchInterval: RENEWAL_MS,
  });
}

/** The time that the data spans, and how much there is. */
export function useOverview() {
  return useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => fetchAnswer(overviewAnswer, '/api/overview', {}, { signal }),
  });
}

export function pageOfStory(id: string): string {
  return `/findings/stories/${encodeURIComponent(id)}`;
}
