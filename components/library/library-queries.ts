'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchAnswer } from '@/components/interface';
import { countAnswer, libraryAnswer, overviewAnswer, queryAnswer, type ReadyStepAnswer } from '@/lib/interface';

/** All ready-made hunts, and whether the data can answer them. */
export function useLibrary() {
  return useQuery({
    queryKey: ['library'],
    queryFn: ({ signal }) => fetchAnswer(libraryAnswer, '/api/library', {}, { signal }),
  });
}

/**
 * How many rows a step gives now, over all that is stored, or how many events it draws; exact. Whoever is no longer drawn is no
 * longer waited for: the server is told to stop.
 */
export function useStepCount({ q, chart, canRun }: ReadyStepAnswer) {
  return useQuery({
    queryKey: ['step-count', q],
    queryFn: async ({ signal }) => {
      if (chart !== null) return (await fetchAnswer(countAnswer, '/api/count', { q }, { signal })).count;
      const answer = await fetchAnswer(queryAnswer, '/api/query', { q: `${q} | count` }, { signal });
      return Number(answer.rows[0]?.[0] ?? 0);
    },
    retry: false,
    enabled: canRun,
  });
}

/** What `useStepCount` counts. */
export function stepUnit({ chart }: ReadyStepAnswer): 'row' | 'event' {
  return chart === null ? 'row' : 'event';
}

/** How much there is at all. */
export function useOverview() {
  return useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => fetchAnswer(overviewAnswer, '/api/overview', {}, { signal }),
  });
}
