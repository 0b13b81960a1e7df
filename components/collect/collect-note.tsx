'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import { formValues } from '@/components/forms';
import { visibleLine } from '@/components/text';
import { Button, TextInput } from '@/components/ui';
import type { CollectedItem } from './collectors';
import { pageOfHunt } from './hunt-queries';
import type { Collect, CollectNote as Note } from './use-collect';

const SHOWN_MS = 9000;
const REASON_MAX = 4000;
const DONE: Readonly<Record<CollectedItem['kind'], string>> = {
  event: 'Pinned in',
  query: 'Added to',
  finding: 'Added to',
};

/** Says at the bottom of the page what was just put into which hunt, takes a reason, and has the way back. */
export function CollectNote({ collect }: { collect: Collect }) {
  const { note, dismiss } = collect;
  const [held, setHeld] = useState(false);
  const [seen, setSeen] = useState(0);
  const shown = note !== null && note.id !== seen ? note : null;
  useEffect(() => {
    if (shown === null || held || shown.state === 'sending' || shown.asksReason) return;
    const timer = setTimeout(() => setSeen(shown.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown, held]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it stays while the focus is in it
    <div
      aria-live="polite"
      className="pointer-events-none fixed inset-x-[52px] bottom-[38px] z-50 flex justify-center px-4"
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {shown === null ? null : <Card key={shown.id} note={shown} collect={collect} onClose={dismiss} />}
    </div>
  );
}

function Card({ note, collect, onClose }: { note: Note; collect: Collect; onClose: () => void }) {
  const { hunt, item, state, error } = note;
  if (error !== null) {
    return (
      <p
        role="alert"
        className="pointer-events-auto flex items-center gap-3 rounded-lg border border-error bg-error-soft py-1.5 pr-1.5 pl-4 text-error shadow-float"
      >
        <span className="[overflow-wrap:anywhere]">
          {state === 'sending' ? 'It is not in the hunt' : 'The hunt stays as it is'}: {error}
        </span>
        <Button size="small" onClick={onClose}>
          Close
        </Button>
      </p>
    );
  }
  if (state === 'sending') return null;
  return (
    <div className="pointer-events-auto flex min-h-10 max-w-full items-center gap-3 rounded-lg border bg-panel py-1 pr-1.5 pl-4 shadow-float">
      <p className="min-w-0 truncate">
        <span className="text-dim">{saidOf(note)}</span>{' '}
        <Link href={pageOfHunt(hunt.slug)} className="font-medium hover:underline">
          {visibleLine(hunt.title)}
        </Link>
      </p>
      {state === 'there' ? (
        <>
          {item.kind === 'event' ? <Reason note={note} collect={collect} /> : null}
          <Button size="small" onClick={collect.undo}>
            {note.before ? 'Unpin' : 'Undo'}
          </Button>
        </>
      ) : null}
    </div>
  );
}

function saidOf({ state, before, item }: Note): string {
  if (state === 'taken-back') return 'Taken out of';
  return before ? 'Already pinned in' : DONE[item.kind];
}

function Reason({ note, collect }: { note: Note; collect: Collect }) {
  const given = note.item.kind === 'event' ? note.item.reason : '';
  if (given !== '') return <span className="max-w-80 truncate text-dim">{visibleLine(given)}</span>;
  return (
    <form
      className="flex"
      onSubmit={(event) => {
        const reason = formValues(event).reason?.trim() ?? '';
        if (reason !== '') void collect.giveReason(reason);
      }}
    >
      <TextInput
        name="reason"
        aria-label="Why is it pinned?"
        placeholder="Why? Enter keeps it"
        maxLength={REASON_MAX}
        autoFocus={note.asksReason}
        className="h-7 w-56 text-xs"
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    </form>
  );
}
