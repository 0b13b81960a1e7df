'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchAnswer } from '@/components/interface';
import { linkedAnswer, proofComparison } from '@/lib/interface';

export const linkKey = (slug: string | null) => ['link', slug] as const;

/** Where a short link leads; it never changes. Asks for nothing without one. */
export function useLink(slug: string | null) {
  return useQuery({
    queryKey: linkKey(slug),
    queryFn: ({ signal }) => fetchAnswer(linkedAnswer, `/api/links/${encodeURIComponent(slug ?? '')}`, {}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    enabled: slug !== null,
  });
}

/** A proof held against what its selection returns now. */
export function useProof(id: string | null) {
  return useQuery({
    queryKey: ['proof', id],
    queryFn: ({ signal }) =>
      fetchAnswer(proofComparison, `/api/proofs/${encodeURIComponent(id ?? '')}`, {}, { signal }),
    retry: false,
    enabled: id !== null,
  });
}
