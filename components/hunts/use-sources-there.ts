'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { sourcesQuery } from '@/components/upload';

/** The ids of the sources that are there; null while that is not known. */
export function useSourcesThere(): ReadonlySet<string> | null {
  const sources = useQuery(sourcesQuery).data?.sources;
  return useMemo(() => (sources === undefined ? null : new Set(sources.map(({ id }) => id))), [sources]);
}
