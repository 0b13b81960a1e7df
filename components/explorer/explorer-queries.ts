'use client';

import {
  keepPreviousData,
  type QueryKey,
  type UseQueryResult,
  useInfiniteQuery,
  useIsFetching,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { AnswerError, type AnswerParameters, fetchAnswer } from '@/components/interface';
import type { LogType } from '@/lib/events';
import {
  compareAnswer,
  contextAnswer,
  countAnswer,
  eventsAnswer,
  explainAnswer,
  facetsAnswer,
  oneEventAnswer,
  overviewAnswer,
  queryAnswer,
  type TimelineAnswer,
  timelineAnswer,
} from '@/lib/interface';
import type { Selection } from './use-explorer-state';

const BUCKETS = 200;
const PAGE = 200;
const RETRY_MS = 200;

/** The bars of all five lanes, whatever type the page is about. */
export function useLanes(selection: Selection, enabled: boolean) {
  const parameters = { ...parametersOf({ ...selection, type: null }), buckets: BUCKETS, by: 'type' };
  return useQuery({
    queryKey: ['timeline', parameters],
    queryFn: ({ signal }) => fetchAnswer(timelineAnswer, '/api/timeline', parameters, { signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** The bars of some lanes by a field; one call a lane, since a bar is counted by one field at a time. */
export function useBreakdowns(selection: Selection, types: readonly LogType[], by: string | null) {
  // Kept from drawing to drawing, so that the lanes are prepared anew only when an answer comes.
  const combine = useCallback(
    (results: readonly UseQueryResult<TimelineAnswer>[]) => ({
      error: results.find((result) => result.isError)?.error ?? null,
      pending: results.some((result) => result.isPending),
      byType: new Map<LogType, TimelineAnswer>(
        types.flatMap((type, index) => {
          const data = results[index]?.data;
          return data === undefined ? [] : [[type, data] as const];
        }),
      ),
    }),
    [types],
  );
  return useQueries({
    queries: (by === null ? [] : types).map((type) => {
      const parameters = { ...parametersOf({ ...selection, type }), buckets: BUCKETS, by };
      return {
        queryKey: ['timeline', parameters],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          fetchAnswer(timelineAnswer, '/api/timeline', parameters, { signal }),
      };
    }),
    combine,
  });
}

/** How many events match, and how long the answer took. */
export function useCount(selection: Selection, enabled: boolean) {
  const parameters = parametersOf(selection);
  return useQuery({
    queryKey: ['count', parameters],
    queryFn: async ({ signal }) => {
      const started = performance.now();
      const { count } = await fetchAnswer(countAnswer, '/api/count', parameters, { signal });
      return { count, milliseconds: Math.round(performance.now() - started) };
    },
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** The key under which the progress of the search for a selection is kept. */
export function searchKey(selection: Selection): QueryKey {
  return ['search', parametersOf(selection)];
}

/**
 * Pages of events, as one list that grows; with `at` it begins at that moment, where events are in the order of time. A page that is not found in the time that a call has is asked again as long as the
 * search for it goes on: each call gets further.
 */
export function useEvents(selection: Selection, order: string, at: string | null, enabled: boolean) {
  const client = useQueryClient();
  const parameters = { ...parametersOf(selection), order, at, limit: PAGE };
  const isSearching = () => client.getQueryState(searchKey(selection))?.fetchStatus === 'fetching';
  const query = useInfiniteQuery({
    queryKey: ['events', parameters],
    queryFn: ({ signal, pageParam }) =>
      fetchAnswer(eventsAnswer, '/api/events', { ...parameters, cursor: pageParam }, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    retry: (_failures, error) => error instanceof AnswerError && error.code === 'too-slow' && isSearching(),
    retryDelay: RETRY_MS,
    enabled,
  });
  const pages = query.data?.pages;
  const events = useMemo(() => pages?.flatMap((page) => page.events) ?? [], [pages]);
  return { query, events };
}

/** The table that a query with steps gives. */
export function useAnswer(selection: Selection, enabled: boolean) {
  const parameters = parametersOf(selection);
  return useQuery({
    queryKey: ['query', parameters],
    queryFn: ({ signal }) => fetchAnswer(queryAnswer, '/api/query', parameters, { signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** The table that a chart's query gives, of the same types, times and source. */
export function useChartAnswer(selection: Selection, q: string | null, enabled: boolean) {
  const parameters = { ...parametersOf(selection), q };
  return useQuery({
    queryKey: ['chart', parameters],
    queryFn: ({ signal }) => fetchAnswer(queryAnswer, '/api/query', parameters, { signal }),
    placeholderData: keepPreviousData,
    enabled: enabled && q !== null,
  });
}

/** What is different in the range. */
export function useComparison(selection: Selection, baseline: AnswerParameters, enabled: boolean) {
  const parameters = { ...parametersOf(selection), ...baseline };
  return useQuery({
    queryKey: ['compare', parameters],
    queryFn: ({ signal }) => fetchAnswer(compareAnswer, '/api/compare', parameters, { signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** Whether nothing is asked that the page cannot do without: what comes after must not slow it down. */
export function useFirstAnswered(): boolean {
  return useIsFetching({ predicate: ({ queryKey }) => FIRST.has(queryKey[0]) }) === 0;
}

const FIRST: ReadonlySet<unknown> = new Set(['events', 'query', 'timeline', 'count', 'facets']);

/** The commonest values of some fields, or those of them with a text in them. */
export function useFacets(
  selection: Selection,
  fields: readonly string[],
  limit: number,
  { enabled = true, contains = '' }: { enabled?: boolean; contains?: string } = {},
) {
  const parameters = {
    ...parametersOf(selection),
    fields: fields.join(','),
    limit,
    ...(contains === '' ? {} : { contains }),
  };
  return useQuery({
    queryKey: ['facets', parameters],
    queryFn: ({ signal }) => fetchAnswer(facetsAnswer, '/api/facets', parameters, { signal }),
    placeholderData: keepPreviousData,
    enabled: enabled && fields.length > 0,
  });
}

/** Why a selection has no events. */
export function useExplanation(selection: Selection, enabled: boolean) {
  const parameters = parametersOf(selection);
  return useQuery({
    queryKey: ['explain', parameters],
    queryFn: ({ signal }) => fetchAnswer(explainAnswer, '/api/explain', parameters, { signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** One event with its original text; asks for nothing while none is open. */
export function useOneEvent(id: string | null) {
  return useQuery({
    queryKey: ['event', id],
    queryFn: ({ signal }) => fetchAnswer(oneEventAnswer, `/api/events/${encodeURIComponent(id ?? '')}`, {}, { signal }),
    enabled: id !== null,
  });
}

export function useEventContext(id: string, before: number, after: number) {
  return useQuery({
    queryKey: ['context', id, before, after],
    queryFn: ({ signal }) =>
      fetchAnswer(contextAnswer, `/api/events/${encodeURIComponent(id)}/context`, { before, after }, { signal }),
    placeholderData: (old) => (old?.event.id === id ? old : undefined),
  });
}

/** What is there at all: the data's own first and last time. */
export function useOverview() {
  return useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => fetchAnswer(overviewAnswer, '/api/overview', {}, { signal }),
  });
}

export function parametersOf(selection: Selection): AnswerParameters {
  const { type, types, q, from, to, source, since } = selection;
  return { type: types?.join(',') ?? type, q, from, to, source, since };
}
