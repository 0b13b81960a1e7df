'use client';

import { useRef, useState } from 'react';
import { checkPipeline } from '@/lib/query';
import { DialectLine, type DialectNote } from './dialect-line';
import { QueryBar, type QueryBarHandle } from './query-bar';
import type { Selection } from './use-explorer-state';

interface QueryLineProps {
  selection: Selection;
  onSearch: (q: string) => void;
}

/** The query bar outside of the explorer, with what it has to say of the text in it below. */
export function QueryLine({ selection, onSearch }: QueryLineProps) {
  const bar = useRef<QueryBarHandle>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [note, setNote] = useState<DialectNote | null>(null);
  const search = (text: string) => {
    const fault = checkPipeline(text);
    setProblem(fault?.message ?? null);
    if (fault === null) onSearch(text.trim());
  };
  return (
    <div ref={frame} tabIndex={-1} className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-1 outline-none">
      <div className="flex min-w-0">
        <QueryBar
          ref={bar}
          selection={selection}
          onSearch={search}
          onProblem={(message) => message === null && setProblem(null)}
          onLeave={() => frame.current?.focus()}
          onNote={setNote}
        />
      </div>
      {problem === null ? null : (
        <p role="alert" className="text-error">
          {problem}
        </p>
      )}
      {note === null ? null : <DialectLine note={note} onReplace={(text) => bar.current?.replace(text)} />}
    </div>
  );
}
