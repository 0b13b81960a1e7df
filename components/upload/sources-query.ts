import { queryOptions } from '@tanstack/react-query';
import { fetchAnswer } from '@/components/interface';
import { type SourceSummary, sourcesAnswer } from '@/lib/interface';

/** All sources without their files; one call tells the progress of all of them. */
export const sourcesQuery = queryOptions({
  queryKey: ['sources'],
  queryFn: ({ signal }) => fetchAnswer(sourcesAnswer, '/api/sources', {}, { signal }),
  staleTime: 0,
});

/** True while bytes are still coming in or being read. */
export function isBusy(source: SourceSummary): boolean {
  return source.state === 'receiving' || source.state === 'reading';
}
