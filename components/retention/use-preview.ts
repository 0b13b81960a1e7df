import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { send } from '@/components/forms';
import { retentionPreview } from '@/lib/interface';

/** What would go now if `body` were put at `path`; nothing is asked while it is null. */
export function usePreview(path: string, body: object | null) {
  return useQuery({
    queryKey: ['retention', 'preview', path, body],
    queryFn: () => send(retentionPreview, 'POST', `${path}/preview`, body),
    enabled: body !== null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}
