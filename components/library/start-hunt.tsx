'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { z } from 'zod';
import { useMay } from '@/components/access';
import { Problem, send } from '@/components/forms';
import { Button } from '@/components/ui';
import type { ReadyHuntAnswer } from '@/lib/interface';
import { newHuntOf } from './new-hunt-of';

const startedHunt = z.object({ slug: z.string() });

/** Saves a hunt that begins with a ready-made one, and goes there. */
export function StartHunt({ hunt }: { hunt: ReadyHuntAnswer }) {
  const client = useQueryClient();
  const router = useRouter();
  const may = useMay('hunt');
  const starting = useMutation({
    mutationFn: () => send(startedHunt, 'POST', '/api/hunts', newHuntOf(hunt)),
    onSuccess: async ({ slug }) => {
      await client.invalidateQueries({ queryKey: ['hunts'] });
      router.push(`/hunts/${encodeURIComponent(slug)}`);
    },
  });
  if (!may) return null;
  return (
    <div className="grid gap-1.5">
      <Button look="primary" disabled={starting.isPending || starting.isSuccess} onClick={() => starting.mutate()}>
        Start a hunt from it
      </Button>
      <Problem error={starting.error} />
    </div>
  );
}
