'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { pageOfHunt, renewHunts } from '@/components/collect';
import { fetchAnswer } from '@/components/interface';
import { Button } from '@/components/ui';
import { huntAnswer } from '@/lib/interface';

interface ImportHuntProps {
  onProblem: (error: Error | null) => void;
}

/** Takes a hunt that was exported, here or from another Trackway, and opens it. */
export function ImportHunt({ onProblem }: ImportHuntProps) {
  const client = useQueryClient();
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const importing = useMutation({
    mutationFn: (file: File) =>
      fetchAnswer(
        huntAnswer,
        '/api/hunts/import',
        {},
        { method: 'POST', headers: { 'content-type': 'application/json' }, body: file },
      ),
    onMutate: () => onProblem(null),
    onError: onProblem,
    onSuccess: ({ slug }) => {
      renewHunts(client);
      router.push(pageOfHunt(slug));
    },
  });
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label="File of an exported hunt"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) importing.mutate(file);
          event.target.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()} disabled={importing.isPending}>
        <Upload size={15} strokeWidth={1.7} aria-hidden />
        {importing.isPending ? 'Importing …' : 'Import'}
      </Button>
    </>
  );
}
