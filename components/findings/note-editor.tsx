'use client';

import type { RefObject } from 'react';
import { visibleText } from '@/components/text';
import type { Triage } from '@/components/triage';
import { classNames } from '@/components/ui';
import type { FindingAnswer } from '@/lib/interface';
import { type NoteState, useKeptNote } from './use-kept-note';

interface NoteEditorProps {
  field: RefObject<HTMLTextAreaElement | null>;
  finding: FindingAnswer;
  triage: Triage;
  onLeave: () => void;
}

const NOTE_MAX = 4000;
const STATES: Readonly<Record<NoteState, string>> = {
  kept: 'kept',
  typing: 'kept when you pause',
  keeping: 'keeping …',
  failed: 'not kept: it is tried again when you leave the field',
};

/** What a person says of a finding; whoever may only read reads it. */
export function NoteEditor(props: NoteEditorProps) {
  const { note } = props.finding;
  if (props.triage.allowed) return <NoteField {...props} />;
  if (note === '') return <p className="text-faint">There is none.</p>;
  return <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{visibleText(note)}</p>;
}

function NoteField({ field, finding, triage, onLeave }: NoteEditorProps) {
  const { text, state, setText, keep } = useKeptNote(finding.note, (note) => triage.write(finding, note));
  return (
    <>
      <textarea
        ref={field}
        aria-label="Note"
        value={text}
        maxLength={NOTE_MAX}
        rows={3}
        placeholder="What it was, and how you know"
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onLeave();
        }}
        className="field-sizing-content block max-h-60 min-h-16 w-full resize-none rounded-md border bg-bg px-2 py-1.5 placeholder:text-faint focus-visible:border-accent"
      />
      <p
        aria-live="polite"
        className={classNames('h-4 text-right text-2xs', state === 'failed' ? 'text-error' : 'text-faint')}
      >
        {text === '' && state === 'kept' ? null : STATES[state]}
      </p>
    </>
  );
}
