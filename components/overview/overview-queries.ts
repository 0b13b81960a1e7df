'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchAnswer } from '@/components/interface';
import type { LogType } from '@/lib/events';
import { facetsAnswer, overviewAnswer, timelineAnswer } from '@/lib/interface';

const BARS = 150;
const VALUES = 6;

/** Per type what is there. */
export function useOverview() {
  return useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => fetchAnswer(overviewAnswer, '/api/overview', {}, { signal }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
}

/** All events over the whole span, by type. */
export function useWholeTimeline() {
  const parameters = { buckets: BARS, by: 'type' };
  return useQuery({
    queryKey: ['timeline', parameters],
    queryFn: ({ signal }) => fetchAnswer(timelineAnswer, '/api/timeline', parameters, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** The commonest values of some fields among the events of a query. */
export function useCommonValues(q: string, type: LogType | null, fields: readonly string[]) {
  const parameters = { q, type, fields: fields.join(','), limit: VALUES };
  return useQuery({
    queryKey: ['facets', parameters],
    queryFn: ({ signal }) => fetchAnswer(facetsAnswer, '/api/facets', parameters, { signal }),
    placeholderData: keepPreviousData,
  });
}
