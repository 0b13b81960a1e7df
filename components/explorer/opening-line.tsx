'use client';

import { X } from 'lucide-react';
import { fullTime, useZone, type Zone } from '@/components/time';
import { IconButton } from '@/components/ui';
import { Item, Way } from './opening-item';
import { ProofLine } from './proof-line';
import type { ExplorerState } from './use-explorer-state';

/** What whoever opened an address should know: what it cannot show any more, and whether it shows what was seen then. */
export function OpeningLine({ state, zone, thisYear }: { state: ExplorerState; zone: Zone; thisYear: number }) {
  const { opening, at, actions } = state;
  const [, setZone] = useZone();
  const { problem, notes, values, link } = opening;
  const proof = values.proof ?? link?.proof ?? null;
  const elsewhere = zone.includes('/');
  if (problem === null && notes.length === 0 && proof === null && values.since === null && at === null && !elsewhere) {
    return null;
  }
  return (
    <section
      aria-label="About this link"
      className="flex flex-wrap items-center gap-x-5 gap-y-1 border-t bg-panel px-4 py-1 text-xs text-dim"
    >
      {problem === null ? null : (
        <p role="alert" className="text-error [overflow-wrap:anywhere]">
          {problem}
        </p>
      )}
      {notes.length === 0 ? null : <Notes notes={notes} onForget={opening.forget} />}
      <ProofLine {...{ state, proof, zone, thisYear }} />
      {at === null ? null : (
        <Item action={<Way onClick={() => actions.setMoment(null)}>Show from the start</Way>}>
          The table begins at <span className="text-text">{fullTime(at, zone)}</span>
        </Item>
      )}
      {elsewhere ? (
        <Item action={<Way onClick={() => setZone('local')}>Show mine</Way>}>
          Times are those of <span className="text-text">{zone}</span>
        </Item>
      ) : null}
    </section>
  );
}

function Notes({ notes, onForget }: { notes: readonly string[]; onForget: () => void }) {
  return (
    <div role="status" className="flex min-w-0 items-center gap-1">
      <p className="min-w-0 text-warn [overflow-wrap:anywhere]">
        This address asks for what is not there: {notes.join('; ')}. The rest is shown.
      </p>
      <IconButton label="Take it out of the address" size="small" onClick={onForget}>
        <X size={13} aria-hidden />
      </IconButton>
    </div>
  );
}
