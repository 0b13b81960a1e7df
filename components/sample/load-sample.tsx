'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { fetchAnswer } from '@/components/interface';
import { Button } from '@/components/ui';
import { newSourceAnswer } from '@/lib/interface';

/** "Load the sample incident": one click, then the page of its source, which tells how far it is. */
export function LoadSample() {
  const client = useQueryClient();
  const router = useRouter();
  const loading = useMutation({
    mutationFn: () => fetchAnswer(newSourceAnswer, '/api/sample', {}, { method: 'POST' }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['sources'] });
      router.push(`/sources/${encodeURIComponent(id)}`);
    },
  });
  return (
    <div className="grid justify-items-start gap-1.5">
      <Button disabled={loading.isPending || loading.isSuccess} onClick={() => loading.mutate()}>
        <FlaskConical size={15} strokeWidth={1.8} aria-hidden />
        Load the sample incident
      </Button>
      {loading.isError ? (
        <p role="alert" className="text-error">
          {loading.error.message}
        </p>
      ) : null}
    </div>
  );
}
