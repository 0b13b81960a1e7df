'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Moments, spanOf } from '@/components/explorer';
import { fetchAnswer } from '@/components/interface';
import { overviewAnswer } from '@/lib/interface';

/** The first and last moment of all data; null while it is not known, and where nothing has a time. */
export function useDataSpan(): Moments | null {
  const types = useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => fetchAnswer(overviewAnswer, '/api/overview', {}, { signal }),
  }).data?.types;
  return useMemo(() => spanOf(types ?? []), [types]);
}
