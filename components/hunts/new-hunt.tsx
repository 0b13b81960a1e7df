'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { pageOfHunt, renewHunts, useCurrentHunt } from '@/components/collect';
import { Field, formValues, Problem, send } from '@/components/forms';
import { Button, Dialog } from '@/components/ui';
import { huntAnswer } from '@/lib/interface';

const TITLE_MAX = 200;
const HYPOTHESIS_MAX = 4000;

interface NewHuntProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Asks for what a hunt begins with, and opens it. */
export function NewHunt({ open, onOpenChange }: NewHuntProps) {
  const client = useQueryClient();
  const router = useRouter();
  const [, setCurrent] = useCurrentHunt();
  const making = useMutation({
    mutationFn: (given: { title: string; hypothesis: string }) => send(huntAnswer, 'POST', '/api/hunts', given),
    onSuccess: ({ slug }) => {
      setCurrent(slug);
      renewHunts(client);
      router.push(pageOfHunt(slug));
    },
  });
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="New hunt">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          const { title = '', hypothesis = '' } = formValues(event);
          making.mutate({ title, hypothesis });
        }}
      >
        <Field
          label="Title"
          name="title"
          required
          maxLength={TITLE_MAX}
          placeholder="Who reads the secrets of payments?"
          autoFocus
        />
        <label className="grid gap-1 text-xs text-dim">
          Hypothesis
          <textarea
            name="hypothesis"
            rows={3}
            maxLength={HYPOTHESIS_MAX}
            placeholder="What may have happened, and what in the logs would show it"
            className="field-sizing-content min-h-16 w-full resize-none rounded-md border bg-bg px-2 py-1.5 text-sm text-text placeholder:text-faint focus-visible:border-accent"
          />
        </label>
        <Problem error={making.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" look="primary" disabled={making.isPending}>
            Start it
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
