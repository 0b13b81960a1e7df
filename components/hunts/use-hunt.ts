'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { huntKey, pathOfHunt } from '@/components/collect';
import { fetchAnswer } from '@/components/interface';
import { huntAnswer, huntHistoryAnswer } from '@/lib/interface';

/** How often somebody else's changes are looked for, while the page is seen. */
const POLL_MS = 5000;

/** A hunt from the server, asked for again when somebody wrote in it. */
export function useHunt(slug: string) {
  const hunt = useQuery({
    queryKey: huntKey(slug),
    queryFn: ({ signal }) => fetchAnswer(huntAnswer, pathOfHunt(slug), {}, { signal }),
    staleTime: 0,
  });
  const { data, isFetching, refetch } = hunt;
  const latest = useHuntVersions(slug, POLL_MS, data !== undefined).data?.versions[0]?.version ?? 0;
  const behind = data !== undefined && latest > data.version;
  useEffect(() => {
    if (behind && !isFetching) void refetch();
  }, [behind, isFetching, refetch]);
  return hunt;
}

/**
 * The versions of a hunt, the latest first. Asked for in the place of the hunt to see whether there is anything new: copies of
 * evidence make a hunt large.
 */
export function useHuntVersions(slug: string, everyMs: number | false, enabled = true) {
  return useQuery({
    queryKey: [...huntKey(slug), 'versions'],
    queryFn: ({ signal }) => fetchAnswer(huntHistoryAnswer, `${pathOfHunt(slug)}/history`, {}, { signal }),
    staleTime: 0,
    refetchInterval: everyMs,
    refetchOnWindowFocus: 'always',
    enabled,
  });
}
