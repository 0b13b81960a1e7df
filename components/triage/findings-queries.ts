'use client';

import { keepPreviousData, type QueryKey, useQuery } from '@tanstack/react-query';
import { type AnswerParameters, fetchAnswer } from '@/components/interface';
import { detectorsAnswer, type FindingLevel, findingHistoryAnswer, findingsAnswer } from '@/lib/interface';
import { ALL_FINDINGS, type FindingsAsked } from './findings-asked';

/** What all answers of findings are kept under, and of what is made of them. */
export const FINDINGS_KEY: QueryKey = ['findings'];

const BEHIND_MS = 3000;
const RENEWAL_MS = 60_000;

/** Findings, asked for again while more data is looked at. */
export function useFindings(asked: FindingsAsked, enabled = true) {
  const parameters = parametersOf(asked);
  return useQuery({
    queryKey: [...FINDINGS_KEY, asked],
    queryFn: ({ signal }) => fetchAnswer(findingsAnswer, '/api/findings', parameters, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.behind === true ? BEHIND_MS : RENEWAL_MS),
    enabled,
  });
}

/** How many findings of a level and above nobody has judged yet; undefined until it is known. */
export function useOpenFindings(level: FindingLevel): number | undefined {
  return useFindings({ ...ALL_FINDINGS, level, verdicts: ['open'], limit: 1 }).data?.total;
}

/** All detectors, and the rules that found something; asked for again, as more is found. */
export function useDetectors() {
  return useQuery({
    queryKey: ['detectors'],
    queryFn: ({ signal }) => fetchAnswer(detectorsAnswer, '/api/detectors', {}, { signal }),
    staleTime: RENEWAL_MS,
    refetchInterval: RENEWAL_MS,
  });
}

/** What was said of a finding, the latest first. */
export function useFindingHistory(id: string) {
  return useQuery({
    queryKey: historyKey(id),
    queryFn: ({ signal }) => fetchAnswer(findingHistoryAnswer, `${pathOfFinding(id)}/history`, {}, { signal }),
    staleTime: 0,
  });
}

export function historyKey(id: string): QueryKey {
  return ['finding-history', id];
}

export function pathOfFinding(id: string): string {
  return `/api/findings/${encodeURIComponent(id)}`;
}

function parametersOf({ types, verdicts, ...rest }: FindingsAsked): AnswerParameters {
  return { ...rest, type: types.join(','), verdict: verdicts?.join(',') };
}
