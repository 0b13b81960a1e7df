'use client';

import { visibleLine } from '@/components/text';
import { Kbd } from '@/components/ui';
import type { Reading } from '@/lib/query';

/** What the bar knows of a text in another language; `original` is the text that was pasted and has been replaced. */
export interface DialectNote {
  readonly reading: Reading;
  readonly original: string | null;
}

interface DialectLineProps {
  note: DialectNote;
  onReplace: (text: string) => void;
}

/** One quiet line: how a text of another language is said here, or why it cannot be. */
export function DialectLine({ note: { reading, original }, onReplace }: DialectLineProps) {
  if (reading.kind === 'refusal') {
    return (
      <p role="status" className="min-w-0 truncate text-dim" title={visibleLine(reading.error.message)}>
        Reads like {reading.dialect}: <span className="text-text">{visibleLine(reading.error.message)}</span>
      </p>
    );
  }
  const notes = reading.notes.join(' ');
  return (
    <p role="status" className="flex min-w-0 items-center gap-2 text-dim">
      <span className="shrink-0">{leadOf(reading, original !== null)}</span>
      {original === null ? (
        <>
          <code
            className="min-w-0 truncate rounded bg-raise px-1.5 font-mono text-xs leading-5 text-text"
            title={reading.query}
          >
            {visibleLine(reading.query)}
          </code>
          <button
            type="button"
            onClick={() => onReplace(reading.query)}
            className="flex shrink-0 items-center gap-1.5 rounded-sm text-accent hover:underline"
          >
            Use it
            <span aria-hidden className="flex gap-0.5">
              <Kbd>Alt</Kbd>
              <Kbd>Enter</Kbd>
            </span>
          </button>
        </>
      ) : (
        <button
          type="button"
          onClick={() => onReplace(original)}
          className="shrink-0 rounded-sm text-accent hover:underline"
          title={original}
        >
          Undo
        </button>
      )}
      {notes === '' ? null : (
        <span className="min-w-0 flex-1 basis-0 truncate text-2xs text-faint" title={notes}>
          {notes}
        </span>
      )}
    </p>
  );
}

function leadOf({ dialect, certain }: Reading & { kind: 'translation' }, converted: boolean): string {
  if (converted) return `Converted from ${dialect}.`;
  return certain ? `Reads like ${dialect}: use` : `In ${dialect} this would be`;
}
