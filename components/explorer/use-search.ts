'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fetchLines } from '@/components/interface';
import { type SearchProgress, searchProgress } from '@/lib/interface';
import { checkPipeline, parsePipeline, planOf, readsOriginals } from '@/lib/query';
import { parametersOf, searchKey } from './explorer-queries';
import type { Selection } from './use-explorer-state';

/** A search of the originals that a selection needs before it can be counted. */
export interface Search {
  /** Null before it says anything, and where there is nothing to search. */
  readonly progress: SearchProgress | null;
  /** Whether what needs the whole answer can be asked: all is searched, or the search failed and they will say why. */
  readonly done: boolean;
}

/** Searches the originals for a selection, if it says anything of them; ends when the page is about something else. */
export function useSearch(selection: Selection, enabled: boolean): Search {
  const client = useQueryClient();
  const { q } = selection;
  const needed = useMemo(() => {
    return enabled && checkPipeline(q) === null && readsOriginals(planOf(parsePipeline(q)).filter);
  }, [enabled, q]);
  const parameters = parametersOf(selection);
  const queryKey = searchKey(selection);
  const query = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      let last: SearchProgress | null = null;
      for await (const progress of fetchLines(searchProgress, '/api/search', parameters, signal)) {
        last = progress;
        client.setQueryData<SearchProgress | null>(queryKey, progress);
      }
      return last;
    },
    enabled: needed,
    retry: false,
  });
  if (!needed) return { progress: null, done: enabled };
  const progress = query.data ?? null;
  return { progress, done: progress?.done === true || query.isError || (query.isFetched && !query.isFetching) };
}
