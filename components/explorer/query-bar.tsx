'use client';

import type { EditorView } from '@codemirror/view';
import { useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from 'react';
import { fetchAnswer } from '@/components/interface';
import { IconButton } from '@/components/ui';
import { facetsAnswer } from '@/lib/interface';
import type { DialectNote } from './dialect-line';
import { parametersOf } from './explorer-queries';
import { patternValues } from './pattern-values';
import { QueryHelp } from './query-help';
import { recentQueries, rememberQuery } from './recent-queries';
import type { Selection } from './use-explorer-state';

/** Values offered at a time; typing narrows them on the server, so that none is out of reach. */
const VALUES_MAX = 50;
const VALUES_FRESH_MS = 30_000;

export interface QueryBarHandle {
  focus(): void;
  /** Puts another text in, as one step that can be undone. */
  replace(text: string): void;
}

interface QueryBarProps {
  ref: Ref<QueryBarHandle>;
  selection: Selection;
  onSearch: (text: string) => void;
  /** What is wrong with the text in the bar; null when nothing is. */
  onProblem: (message: string | null) => void;
  onLeave: () => void;
  /** What is known of the text in the bar as one of another language. */
  onNote: (note: DialectNote | null) => void;
}

/** The query, to be read and written. The editor comes after the page; until then a plain input takes what is typed. */
export function QueryBar({ ref, selection, onSearch, onProblem, onLeave, onNote }: QueryBarProps) {
  const parent = useRef<HTMLDivElement>(null);
  const plain = useRef<HTMLInputElement>(null);
  const [editor, setEditor] = useState<EditorView | null>(null);
  /** The same, known at once: the focus may be asked for before the next drawing. */
  const present = useRef<EditorView | null>(null);
  const client = useQueryClient();

  const values = useEffectEvent(async (field: string, contains: string, q: string, signal: AbortSignal) => {
    if (field === 'pattern') return patternValues(client, { ...selection, q }, contains, signal);
    const parameters = { ...parametersOf({ ...selection, q }), fields: field, contains, limit: VALUES_MAX };
    const queryKey = ['facets', parameters];
    signal.addEventListener('abort', () => void client.cancelQueries({ queryKey, exact: true }));
    const { fields } = await client.fetchQuery({
      queryKey,
      queryFn: (context) => fetchAnswer(facetsAnswer, '/api/facets', parameters, { signal: context.signal }),
      staleTime: VALUES_FRESH_MS,
    });
    const facet = fields[field];
    const counted = facet?.values.map(({ value, count }) => ({ value: String(value), count })) ?? [];
    return { values: counted, distinct: facet?.distinct ?? 0 };
  });
  const run = (text: string) => {
    rememberQuery(text);
    onSearch(text);
  };
  const submit = useEffectEvent(run);
  const leave = useEffectEvent(onLeave);
  const tell = useEffectEvent(onProblem);
  const note = useEffectEvent(onNote);
  const firstText = useEffectEvent(() => selection.q);

  useEffect(() => {
    let view: EditorView | null = null;
    let gone = false;
    void loadEditor().then(({ createQueryEditor, completeQuery }) => {
      if (gone || parent.current === null) return;
      view = createQueryEditor({
        parent: parent.current,
        text: plain.current?.value ?? firstText(),
        complete: completeQuery({
          recent: recentQueries,
          values: (field, contains, q, signal) => values(field, contains, q, signal),
        }),
        onSubmit: (text) => submit(text),
        onProblem: (message) => tell(message),
        onLeave: () => leave(),
        onReading: (reading, original) => note(reading === null ? null : { reading, original }),
      });
      present.current = view;
      takeOver(view, plain.current);
      setEditor(view);
    });
    return () => {
      gone = true;
      present.current = null;
      view?.destroy();
    };
  }, []);

  const applied = useRef(selection.q);
  useEffect(() => {
    // What was typed before the editor came is newer than the address.
    if (applied.current === selection.q) return;
    applied.current = selection.q;
    if (editor !== null) void loadEditor().then(({ replaceText }) => replaceText(editor, selection.q));
    else if (plain.current !== null) plain.current.value = selection.q;
  }, [editor, selection.q]);

  useImperativeHandle(
    ref,
    () => ({
      focus: () => (present.current ?? plain.current)?.focus(),
      replace: (text) => {
        const view = present.current;
        if (view === null) return;
        void loadEditor().then(({ putIn }) => putIn(view, text));
        view.focus();
      },
    }),
    [],
  );

  return (
    <search className="query-bar flex h-[34px] min-w-0 flex-1 items-center gap-2 rounded-lg border bg-panel pr-1 pl-3 focus-within:border-accent">
      <span aria-hidden className="font-mono text-xs text-faint">
        /
      </span>
      <div ref={parent} className="min-w-0 flex-1 font-mono text-xs">
        {editor === null ? (
          <input
            ref={plain}
            aria-label="Query"
            defaultValue={selection.q}
            spellCheck={false}
            className="w-full bg-transparent outline-none"
            onKeyDown={(event) => {
              if (event.key === 'Enter') run(event.currentTarget.value);
              if (event.key === 'Escape') onLeave();
            }}
          />
        ) : null}
      </div>
      {selection.q === '' ? null : (
        <IconButton label="Clear the query" size="small" onClick={() => onSearch('')}>
          <X size={14} aria-hidden />
        </IconButton>
      )}
      <QueryHelp onRun={run} />
    </search>
  );
}

/** The editor goes on where the plain input was: the cursor stays where a person types. */
function takeOver(view: EditorView, input: HTMLInputElement | null): void {
  if (input === null) return;
  if (document.activeElement === input) {
    view.dispatch({ selection: { anchor: input.selectionStart ?? input.value.length } });
    view.focus();
  }
  // Until React takes it away.
  input.hidden = true;
}

async function loadEditor() {
  const { createQueryEditor, replaceText } = await import('./query-editor');
  const { completeQuery } = await import('./query-completion');
  const { putIn } = await import('./paste-dialect');
  return { createQueryEditor, replaceText, completeQuery, putIn };
}
