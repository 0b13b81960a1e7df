'use client';

import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '@/components/access';
import { Button, classNames } from '@/components/ui';
import { NO_CORRECTIONS, type Corrections as Said } from '@/lib/interface';
import { CorrectionForm } from './correction-form';
import { saidWords } from './correction-words';
import { useCorrection } from './use-correction';

interface CorrectionsProps {
  sourceId: string;
  /** The file that is corrected; null = all files of the source. */
  path: string | null;
  said: Said;
  otherwise?: Said;
  /** Whether it is a stream, which is corrected for what comes. */
  stream?: boolean;
  /** What is said before anything was corrected. */
  children: React.ReactNode;
}

/** What a person has said about a file or a source, each with the way to take it back, and the form to say more. */
export function Corrections({
  sourceId,
  path,
  said,
  otherwise = NO_CORRECTIONS,
  stream = false,
  children,
}: CorrectionsProps) {
  const [open, setOpen] = useState(false);
  const undo = useCorrection(sourceId);
  const words = saidWords(said);
  const mayCorrect = useMay('administer');
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {words.length === 0 ? (
          <p className="min-w-[200px] flex-1 text-dim">{children}</p>
        ) : (
          <ul aria-label="Set by hand" className="flex flex-1 flex-wrap items-center gap-2">
            {words.map(([name, text]) => (
              <li
                key={name}
                className="flex h-6 items-center gap-1 rounded-md border border-line bg-raise pr-0.5 pl-2 text-xs"
              >
                {text}
                <button
                  type="button"
                  aria-label={`Undo: ${text}`}
                  title="Undo"
                  disabled={undo.isPending || !mayCorrect}
                  onClick={() => undo.mutate(path === null ? { [name]: null } : { path, [name]: null })}
                  className="grid size-5 place-items-center rounded text-faint hover:text-text"
                >
                  <Undo2 size={13} aria-hidden />
                </button>
              </li>
            ))}
            <li className="text-xs text-faint">set by hand</li>
          </ul>
        )}
        {open || !mayCorrect ? null : (
          <Button size="small" aria-expanded={open} onClick={() => setOpen(true)}>
            {path === null && !stream ? 'Correct all files…' : 'Correct…'}
          </Button>
        )}
      </div>
      {open ? (
        <div className={classNames(path !== null && 'rounded-lg border border-line bg-panel p-2')}>
          <CorrectionForm
            sourceId={sourceId}
            path={path}
            said={said}
            otherwise={otherwise}
            stream={stream}
            onDone={() => setOpen(false)}
          />
        </div>
      ) : null}
      {undo.isError ? (
        <p role="alert" className="text-error">
          It was not taken back: {undo.error.message}
        </p>
      ) : null}
    </div>
  );
}
