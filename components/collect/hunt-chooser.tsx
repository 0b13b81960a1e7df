'use client';

import { useMutation } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useState } from 'react';
import { Problem, send } from '@/components/forms';
import { formatCounted, visibleLine } from '@/components/text';
import { Button, Dialog, TextInput } from '@/components/ui';
import { huntAnswer } from '@/lib/interface';
import type { CollectedItem } from './collectors';
import { ALL_HUNTS, useHunts } from './hunt-queries';
import type { Collect } from './use-collect';

const TITLES: Readonly<Record<CollectedItem['kind'], string>> = {
  event: 'Pin it in which hunt?',
  query: 'Add the query to which hunt?',
  finding: 'Add the finding to which hunt?',
};
const TITLE_MAX = 200;
const SHOWN_MAX = 50;

/** Asks for a hunt: the one used last, any other, or a new one by its title. */
export function HuntChooser({ collect }: { collect: Collect }) {
  const { asking, choose } = collect;
  if (asking === null) return null;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) choose(null);
      }}
      title={TITLES[asking.kind]}
      description="The hunt that you choose is remembered for what comes next."
    >
      <Choice collect={collect} />
    </Dialog>
  );
}

function Choice({ collect }: { collect: Collect }) {
  const { current, choose } = collect;
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const answer = useHunts({ ...ALL_HUNTS, contains: wanted });
  const making = useMutation({
    mutationFn: (title: string) => send(huntAnswer, 'POST', '/api/hunts', { title }),
    onSuccess: ({ slug }) => choose(slug),
  });
  const hunts = [...(answer.data?.hunts ?? [])].sort(
    (one, other) => Number(other.slug === current) - Number(one.slug === current),
  );
  const title = text.trim();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys go on to what can be pressed in it
    <div className="grid gap-2" onKeyDown={moveAmongChoices}>
      <TextInput
        aria-label="Find a hunt, or the title of a new one"
        placeholder="Find a hunt, or write the title of a new one"
        value={text}
        maxLength={TITLE_MAX}
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          const [first] = hunts;
          if (event.key !== 'Enter') return;
          if (first !== undefined) choose(first.slug);
          else if (title !== '') making.mutate(title);
        }}
      />
      <div className="grid max-h-72 gap-px overflow-y-auto" data-choices>
        {hunts.slice(0, SHOWN_MAX).map((hunt) => (
          <button
            key={hunt.slug}
            type="button"
            onClick={() => choose(hunt.slug)}
            className="flex h-8 items-center gap-3 rounded-md px-2 text-left hover:bg-raise focus-visible:bg-raise focus-visible:-outline-offset-2"
          >
            <span className="min-w-0 flex-1 truncate font-medium">{visibleLine(hunt.title)}</span>
            {hunt.slug === current ? <span className="shrink-0 text-xs text-accent">used last</span> : null}
            <span className="shrink-0 text-xs text-faint">
              {hunt.status} · {formatCounted(hunt.steps, 'step')}
            </span>
          </button>
        ))}
        {title === '' ? null : (
          <button
            type="button"
            disabled={making.isPending}
            onClick={() => making.mutate(title)}
            className="flex h-8 items-center gap-2 rounded-md px-2 text-left text-accent hover:bg-raise focus-visible:bg-raise focus-visible:-outline-offset-2"
          >
            <Plus size={14} aria-hidden className="shrink-0" />
            <span className="truncate">New hunt “{visibleLine(title)}”</span>
          </button>
        )}
      </div>
      {answer.data?.hunts.length === 0 && title === '' ? (
        <p className="text-dim">There is no hunt yet: write the title of one.</p>
      ) : null}
      <Problem error={making.error ?? answer.error} />
      <div className="flex justify-end">
        <Button onClick={() => choose(null)}>Cancel</Button>
      </div>
    </div>
  );
}

/** Up and down go from the field through the choices. */
function moveAmongChoices(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement)) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('input, [data-choices] button')];
  const next = all[all.indexOf(event.target) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
