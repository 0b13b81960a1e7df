'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchAnswer } from '@/components/interface';
import { type PatternOrder, patternsAnswer, patternTextsAnswer } from '@/lib/interface';
import { parametersOf } from './explorer-queries';
import type { Selection } from './use-explorer-state';

/** The patterns of a selection's messages. */
export function usePatterns(selection: Selection, order: PatternOrder, limit: number, enabled: boolean) {
  const parameters = { ...parametersOf(selection), order, limit };
  return useQuery({
    queryKey: ['patterns', parameters],
    queryFn: ({ signal }) => fetchAnswer(patternsAnswer, '/api/patterns', parameters, { signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** How often a pattern is met in all logs, and since when; asks for nothing when there is none. */
export function useOnePattern(id: string | null) {
  const parameters = { q: `pattern:${id}`, limit: 1 };
  return useQuery({
    queryKey: ['patterns', parameters],
    queryFn: ({ signal }) => fetchAnswer(patternsAnswer, '/api/patterns', parameters, { signal }),
    enabled: id !== null,
  });
}

/** What patterns say, by their ids; of those that are not known yet, nothing. */
export function usePatternTexts(ids: readonly string[]): ReadonlyMap<string, string> {
  const parameters = { ids: [...new Set(ids)].sort().join(',') };
  const { data } = useQuery({
    queryKey: ['pattern-texts', parameters],
    queryFn: ({ signal }) => fetchAnswer(patternTextsAnswer, '/api/patterns/texts', parameters, { signal }),
    placeholderData: keepPreviousData,
    enabled: ids.length > 0,
  });
  return new Map(Object.entries(data?.texts ?? {}));
}
