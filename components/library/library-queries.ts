'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchAnswer } from '@/components/interface';
import { libraryAnswer, overviewAnswer, queryAnswer } from '@/lib/interface';

/** All ready-made hunts, and whether the data can answer them. */
export function useLibrary() {
  return useQuery({
    queryKey: ['library'],
    queryFn: ({ signal }) => fetchAnswer(libraryAnswer, '/api/library', {}, { signal }),
  });
}

/**
 * How many rows a question gives now, over all that is stored; exact. Whoever is no longer drawn is no longer waited for: the
 * server is told to stop.
 */
export function useRowCount(q: string, enabled: boolean) {
  return useQuery({
    queryKey: ['row-count', q],
    queryFn: async ({ signal }) => {
      const answer = await fetchAnswer(queryAnswer, '/api/query', { q: `${q} | count` }, { signal });
      return Number(answer.rows[0]?.[0] ?? 0);
    },
    retry: false,
    enabled,
  });
}

/** How much there is at all. */
export function useOverview() {
  return useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => fetchAnswer(overviewAnswer, '/api/overview', {}, { signal }),
  });
}
