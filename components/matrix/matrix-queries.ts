'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchAnswer } from '@/components/interface';
import { type MatrixParameters, matrixAnswer, overviewAnswer } from '@/lib/interface';

const BEHIND_MS = 3000;
const RENEWAL_MS = 60_000;

interface MatrixAsked {
  readonly matrix: MatrixParameters['matrix'];
  readonly from: string | null;
  readonly to: string | null;
}

/** A matrix, asked for again while more data is looked at. */
export function useMatrix(asked: MatrixAsked) {
  return useQuery({
    queryKey: ['matrix', asked],
    queryFn: ({ signal }) => fetchAnswer(matrixAnswer, '/api/matrix', { ...asked }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.behind === true ? BEHIND_MS : RENEWAL_MS),
  });
}

/** How much there is at all. */
export function useOverview() {
  return useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => fetchAnswer(overviewAnswer, '/api/overview', {}, { signal }),
  });
}
