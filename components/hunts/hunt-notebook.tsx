'use client';

import { History, Redo2, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useAccess, useMay } from '@/components/access';
import { useHotkeys } from '@/components/explorer';
import { visibleLine } from '@/components/text';
import { useZone } from '@/components/time';
import { IconButton } from '@/components/ui';
import { settle } from '@/lib/hunts';
import type { HuntAnswer } from '@/lib/interface';
import { ArchivedNote } from './archived-note';
import { HuntBody } from './hunt-body';
import { HuntHistory } from './hunt-history';
import { HuntMenu } from './hunt-menu';
import { NotebookProvider, type OpenHunt } from './notebook-context';
import { OldVersion } from './old-version';
import { RemoveHunt } from './remove-hunt';
import { ReportMenu } from './report-menu';
import { SaveMark } from './save-mark';
import { useHuntActions } from './use-hunt-actions';
import { useNotebook } from './use-notebook';

const TITLE_MAX = 200;

/** A hunt that is there: read by all, written by whoever may hunt. */
export function HuntNotebook({ hunt }: { hunt: HuntAnswer }) {
  const [zone] = useZone();
  const writable = useMay('hunt');
  const { person } = useAccess();
  const notebook = useNotebook(hunt);
  const { state, edit } = notebook;
  const actions = useHuntActions();
  const [said, setSaid] = useState('');
  const [historyOpen, setHistoryOpen] = useState(false);
  const [shown, setShown] = useState<number | null>(null);
  const { base, mine } = state;
  const closeHistory = () => {
    setHistoryOpen(false);
    setShown(null);
  };
  useUndoKeys(notebook.undo, notebook.redo);
  useHotkeys(historyOpen ? { Escape: closeHistory } : {});
  const value = useMemo(
    (): OpenHunt => ({
      ...{ base, content: mine, zone, writable, edit, announce: setSaid },
      evidence: new Map(base.evidence.map((copy) => [copy.event, copy])),
      writer: person?.name ?? base.updatedBy,
    }),
    [base, mine, zone, writable, edit, person],
  );
  return (
    <div className="flex min-h-full">
      <div className="min-w-0 flex-1">
        <header className="sticky top-0 z-20 border-b bg-bg">
          <div className="mx-auto flex h-11 max-w-[1100px] items-center gap-2 px-6">
            <p className="min-w-0 flex-1 truncate text-xs text-faint">
              <Link href="/hunts" className="hover:text-text hover:underline">
                Hunts
              </Link>{' '}
              › <span className="text-dim">{visibleLine(mine.title)}</span>
              {mine.archived ? ' · archived' : ''}
            </p>
            {writable ? (
              <>
                <SaveMark save={notebook.save} zone={zone} onRetry={notebook.retry} />
                <IconButton
                  label="Undo"
                  hotkey="Ctrl Z"
                  size="small"
                  disabled={state.stack.past.length === 0}
                  onClick={notebook.undo}
                >
                  <Undo2 size={15} aria-hidden />
                </IconButton>
                <IconButton
                  label="Redo"
                  hotkey="Ctrl Shift Z"
                  size="small"
                  disabled={state.stack.future.length === 0}
                  onClick={notebook.redo}
                >
                  <Redo2 size={15} aria-hidden />
                </IconButton>
              </>
            ) : null}
            <IconButton
              label="History"
              size="small"
              aria-pressed={historyOpen}
              onClick={() => (historyOpen ? closeHistory() : setHistoryOpen(true))}
            >
              <History size={15} aria-hidden />
            </IconButton>
            <ReportMenu slug={base.slug} />
            <HuntMenu hunt={{ slug: base.slug, title: mine.title, archived: mine.archived }} actions={actions} />
          </div>
        </header>
        {shown === null ? (
          <NotebookProvider value={value}>
            <div className="mx-auto grid max-w-[1100px] grid-cols-[minmax(0,1fr)] gap-4 px-6 pt-5 pb-24">
              <Title value={value} />
              <HuntBody
                conflicts={state.conflicts}
                onSettle={(conflict, side) => {
                  if (side !== 'both') edit((content) => settle(content, conflict, side));
                  notebook.settle(conflict);
                }}
              />
            </div>
          </NotebookProvider>
        ) : (
          <OldVersion
            slug={base.slug}
            version={shown}
            {...{ zone, writable }}
            onRestore={(content) => {
              edit(() => content);
              setShown(null);
            }}
            onLeave={() => setShown(null)}
          />
        )}
      </div>
      {historyOpen ? (
        <HuntHistory
          slug={base.slug}
          version={base.version}
          {...{ zone, shown }}
          onShow={setShown}
          onClose={closeHistory}
        />
      ) : null}
      <output aria-live="polite" className="sr-only">
        {said}
      </output>
      <RemoveHunt actions={actions} />
      <ArchivedNote actions={actions} />
    </div>
  );
}

function Title({ value: { content, writable, edit } }: { value: OpenHunt }) {
  if (!writable)
    return <h1 className="text-xl font-semibold [overflow-wrap:anywhere]">{visibleLine(content.title)}</h1>;
  const empty = content.title.trim() === '';
  return (
    <h1>
      <input
        aria-label="Title"
        aria-invalid={empty}
        value={content.title}
        maxLength={TITLE_MAX}
        placeholder="A hunt needs a title: the last one is kept until there is another"
        onChange={(event) => edit((old) => ({ ...old, title: event.target.value }), 'title')}
        className="-ml-2 h-9 w-[calc(100%+16px)] rounded-md border border-transparent bg-transparent px-2 text-xl font-semibold placeholder:text-sm placeholder:font-normal placeholder:text-error hover:border-line focus-visible:border-accent aria-invalid:border-error"
      />
    </h1>
  );
}

const TYPING = 'input, textarea, select, [contenteditable="true"]';

/** Ctrl or ⌘ with Z takes back, with Shift it makes again; in a field it is the field's own. */
function useUndoKeys(undo: () => void, redo: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return;
    if (event.target instanceof Element && event.target.closest(TYPING) !== null) return;
    event.preventDefault();
    if (event.shiftKey) redo();
    else undo();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
