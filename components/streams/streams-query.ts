import { queryOptions } from '@tanstack/react-query';
import { fetchAnswer } from '@/components/interface';
import { streamsAnswer } from '@/lib/interface';

/** All streams, asked for again and again: what they say of rates is about now. */
export const streamsQuery = queryOptions({
  queryKey: ['streams'],
  queryFn: ({ signal }) => fetchAnswer(streamsAnswer, '/api/streams', {}, { signal }),
  staleTime: 0,
  refetchInterval: 2000,
});
