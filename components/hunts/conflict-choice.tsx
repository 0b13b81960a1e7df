'use client';

import { GitMerge } from 'lucide-react';
import { visibleText } from '@/components/text';
import { Button } from '@/components/ui';
import type { MergeConflict } from '@/lib/hunts';

interface ConflictChoiceProps {
  conflict: MergeConflict;
  onSettle: (conflict: MergeConflict, side: 'mine' | 'theirs' | 'both') => void;
}

/** Texts of lines, in which both can stand. */
const TEXTS: ReadonlySet<string> = new Set(['hypothesis', 'conclusion', 'text', 'reason', 'note']);

/** Where two people wrote at the same time: both, side by side, until a person chooses. Nothing is lost meanwhile. */
export function ConflictChoice({ conflict, onSettle }: ConflictChoiceProps) {
  const { where, mine, theirs } = conflict;
  const both = TEXTS.has(where.field);
  return (
    <section
      aria-label={`Two versions of the ${where.field}`}
      className="m-2 grid gap-2 rounded-lg border border-warn/50 bg-warn-soft p-3"
    >
      <p className="flex items-center gap-2 text-xs">
        <GitMerge size={14} aria-hidden className="text-warn" />
        <span className="font-medium">Somebody else changed the {where.field} at the same time.</span>
        <span className="text-dim">
          {both ? 'Both versions are kept until you choose.' : 'Yours is kept until you choose.'}
        </span>
      </p>
      <div className="grid gap-2 md:grid-cols-2">
        <Version label="Yours" text={mine} />
        <Version label="Theirs" text={theirs} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => onSettle(conflict, 'mine')}>
          Keep mine
        </Button>
        <Button size="small" onClick={() => onSettle(conflict, 'theirs')}>
          Keep theirs
        </Button>
        {both ? (
          <Button size="small" look="primary" onClick={() => onSettle(conflict, 'both')}>
            Keep both
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function Version({ label, text }: { label: string; text: string }) {
  return (
    <figure className="grid content-start gap-1">
      <figcaption className="text-2xs text-faint">{label}</figcaption>
      <div className="max-h-48 overflow-y-auto rounded-md border bg-panel px-2 py-1.5 whitespace-pre-wrap [overflow-wrap:anywhere]">
        {visibleText(text) || <span className="text-faint">(empty)</span>}
      </div>
    </figure>
  );
}
