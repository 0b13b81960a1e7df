'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useMay } from '@/components/access';
import { changeHunt, huntKey, pageOfHunt, pathOfHunt, renewHunts } from '@/components/collect';
import { send } from '@/components/forms';
import { doneAnswer, huntAnswer } from '@/lib/interface';

/** What the actions need to know of a hunt. */
export interface ActedHunt {
  readonly slug: string;
  readonly title: string;
  readonly archived: boolean;
}

export interface HuntActions {
  /** False for whoever may only read. */
  readonly allowed: boolean;
  readonly duplicate: (hunt: ActedHunt) => void;
  readonly setArchived: (hunt: ActedHunt, archived: boolean) => void;
  /** Asks first. */
  readonly remove: (hunt: ActedHunt) => void;
  readonly removing: ActedHunt | null;
  readonly confirmRemoval: (confirmed: boolean) => void;
  /** What was archived last, to take it back. */
  readonly archivedLast: ActedHunt | null;
  readonly pending: boolean;
  readonly error: Error | null;
}

/** What can be done with a whole hunt. */
export function useHuntActions(): HuntActions {
  const allowed = useMay('hunt');
  const client = useQueryClient();
  const router = useRouter();
  const [removing, setRemoving] = useState<ActedHunt | null>(null);
  const [archivedLast, setArchivedLast] = useState<ActedHunt | null>(null);
  const duplication = useMutation({
    mutationFn: ({ slug }: ActedHunt) => send(huntAnswer, 'POST', `${pathOfHunt(slug)}/duplicate`),
    onSuccess: ({ slug }) => {
      renewHunts(client);
      router.push(pageOfHunt(slug));
    },
  });
  const archiving = useMutation({
    mutationFn: ({ hunt, archived }: { hunt: ActedHunt; archived: boolean }) =>
      changeHunt(hunt.slug, () => ({ archived })),
    onSuccess: (_answer, { hunt, archived }) => {
      setArchivedLast(archived ? hunt : null);
      renewHunts(client);
      void client.invalidateQueries({ queryKey: huntKey(hunt.slug) });
    },
  });
  const removal = useMutation({
    mutationFn: ({ slug }: ActedHunt) => send(doneAnswer, 'DELETE', pathOfHunt(slug)),
    onSuccess: (_answer, { slug }) => {
      setRemoving(null);
      client.removeQueries({ queryKey: huntKey(slug) });
      renewHunts(client);
      router.push('/hunts');
    },
  });
  return {
    ...{ allowed, removing, archivedLast },
    duplicate: (hunt) => duplication.mutate(hunt),
    setArchived: (hunt, archived) => archiving.mutate({ hunt, archived }),
    remove: setRemoving,
    confirmRemoval: (confirmed) => {
      if (confirmed && removing !== null) removal.mutate(removing);
      else setRemoving(null);
    },
    pending: removal.isPending,
    error: duplication.error ?? archiving.error ?? removal.error,
  };
}
