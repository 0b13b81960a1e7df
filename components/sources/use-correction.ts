import { useMutation, useQueryClient } from '@tanstack/react-query';
import { fetchAnswer } from '@/components/interface';
import { type SourcePatch, sourceSummary } from '@/lib/interface';

/** Sends corrections of a source; whatever is shown is asked for anew afterwards. */
export function useCorrection(sourceId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (patch: SourcePatch) =>
      fetchAnswer(
        sourceSummary,
        `/api/sources/${encodeURIComponent(sourceId)}`,
        { files: '0' },
        { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify(patch) },
      ),
    onSuccess: () => client.invalidateQueries(),
  });
}
