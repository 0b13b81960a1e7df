'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { huntKey, renewHunts, saveHunt } from '@/components/collect';
import type { MergeConflict } from '@/lib/hunts';
import type { HuntAnswer, HuntContent } from '@/lib/interface';
import {
  edited,
  kept,
  type NotebookState,
  openNotebook,
  patchOf,
  received,
  withRedo,
  withUndo,
} from './notebook-state';

/** So long after the last change it is kept. */
const PAUSE_MS = 800;
const RETRY_MS = 15_000;

export type SaveState =
  | { readonly kind: 'kept'; readonly at: string }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'failed'; readonly reason: string };

export interface Notebook {
  readonly state: NotebookState;
  readonly save: SaveState;
  /** Changes the hunt; changes with the same `key` soon after each other are taken back together. */
  readonly edit: (change: (content: HuntContent) => HuntContent, key?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Takes a conflict away that a person settled. */
  readonly settle: (conflict: MergeConflict) => void;
  readonly retry: () => void;
}

/** Writing in a hunt: every change is kept by itself, together with what others write. */
export function useNotebook(hunt: HuntAnswer): Notebook {
  const client = useQueryClient();
  const { slug } = hunt;
  const [state, setState] = useState(() => openNotebook(hunt));
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const latest = useRef(state);
  const update = useCallback((change: (old: NotebookState) => NotebookState) => {
    latest.current = change(latest.current);
    setState(latest.current);
  }, []);
  const busy = useRef(false);

  useEffect(() => {
    // What was asked for while a change is under way may be older than that change.
    if (!sending) update((old) => received(old, hunt));
  }, [hunt, sending, update]);

  const send = useCallback(async () => {
    const patch = patchOf(latest.current);
    if (patch === null || busy.current) return;
    busy.current = true;
    setSending(true);
    try {
      const saved = await saveHunt(slug, patch);
      update((old) => (saved.kind === 'kept' ? kept(old, saved.hunt) : received(old, saved.theirs)));
      client.setQueryData(huntKey(slug), latest.current.base);
      void client.invalidateQueries({ queryKey: [...huntKey(slug), 'versions'] });
      setFailed(null);
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    } finally {
      busy.current = false;
      setSending(false);
      renewHunts(client);
    }
  }, [slug, client, update]);

  const patch = useMemo(() => patchOf(state), [state]);
  const unsaved = patch !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change begins the pause anew
  useEffect(() => {
    if (!unsaved || sending) return;
    const timer = setTimeout(() => void send(), failed === null ? PAUSE_MS : RETRY_MS);
    return () => clearTimeout(timer);
  }, [unsaved, sending, failed, state.mine, send]);

  const leave = useEffectEvent(() => void send());
  useEffect(() => () => leave(), []);
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);

  const { base } = state;
  return useMemo(
    () => ({
      state,
      save: saveStateOf(sending, failed, unsaved, base.updatedAt),
      edit: (change, key = '') => {
        setFailed(null);
        update((old) => edited(old, change(old.mine), key, Date.now()));
      },
      undo: () => update(withUndo),
      redo: () => update(withRedo),
      settle: (conflict) => update((old) => ({ ...old, conflicts: old.conflicts.filter((each) => each !== conflict) })),
      retry: () => void send(),
    }),
    [state, base.updatedAt, sending, failed, unsaved, send, update],
  );
}

function saveStateOf(sending: boolean, failed: string | null, unsaved: boolean, at: string): SaveState {
  if (sending) return { kind: 'sending' };
  if (failed !== null && unsaved) return { kind: 'failed', reason: failed };
  return unsaved ? { kind: 'waiting' } : { kind: 'kept', at };
}
