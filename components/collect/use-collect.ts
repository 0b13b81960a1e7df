'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useMay } from '@/components/access';
import { type CollectedItem, collectors } from './collectors';
import { useCurrentHunt } from './current-hunt';
import { huntKey, renewHunts } from './hunt-queries';

/** What was done last, to tell the person; `asksReason`: they want to say why at once. */
export interface CollectNote {
  readonly id: number;
  readonly item: CollectedItem;
  readonly hunt: { readonly slug: string; readonly title: string };
  readonly state: 'sending' | 'there' | 'taken-back';
  /** It was there already: nothing was added. */
  readonly before: boolean;
  readonly asksReason: boolean;
  readonly error: string | null;
}

interface AddOptions {
  /** Asks for a hunt also where one is remembered. */
  readonly ask?: boolean;
  /** Asks why. */
  readonly reason?: boolean;
  /** It is in the current hunt already. */
  readonly before?: boolean;
}

export interface Collect {
  /** False for whoever may only read. */
  readonly allowed: boolean;
  /** The slug of the hunt that is collected for. */
  readonly current: string | null;
  readonly note: CollectNote | null;
  /** What waits for a hunt to be chosen; null when nothing does. */
  readonly asking: CollectedItem | null;
  /** Puts something into the current hunt; asks which where there is none, or where `ask` says so. */
  readonly add: (item: CollectedItem, options?: AddOptions) => void;
  /** The answer to the question. */
  readonly choose: (slug: string | null) => void;
  readonly undo: () => void;
  readonly giveReason: (reason: string) => Promise<void>;
  readonly dismiss: () => void;
}

/** Collecting events, queries and findings for a hunt, from wherever they are seen. */
export function useCollect(): Collect {
  const allowed = useMay('hunt');
  const client = useQueryClient();
  const [current, setCurrent] = useCurrentHunt();
  const [note, setNote] = useState<CollectNote | null>(null);
  const [asking, setAsking] = useState<CollectedItem | null>(null);
  const number = useRef(0);

  const renew = useCallback(
    (slug: string) => {
      renewHunts(client);
      void client.invalidateQueries({ queryKey: huntKey(slug) });
    },
    [client],
  );
  const change = useCallback((id: number, part: Partial<CollectNote>) => {
    setNote((old) => (old?.id === id ? { ...old, ...part } : old));
  }, []);
  const put = useCallback(
    (item: CollectedItem, slug: string, { reason = false, before = false }: AddOptions) => {
      number.current += 1;
      const id = number.current;
      setNote({ id, item, hunt: { slug, title: '' }, state: 'sending', asksReason: reason, before, error: null });
      collectors.add(slug, item).then(
        ({ title }) => {
          change(id, { state: 'there', hunt: { slug, title } });
          renew(slug);
        },
        (error: Error & { status?: number }) => {
          if (error.status !== 404) return change(id, { error: error.message });
          // The hunt that was remembered is gone.
          setCurrent(null);
          setNote(null);
          setAsking(item);
        },
      );
    },
    [change, renew, setCurrent],
  );

  return useMemo(
    (): Collect => ({
      ...{ allowed, current, note, asking },
      add: (item, options = {}) => {
        if (!allowed) return;
        if (current === null || options.ask === true) setAsking(item);
        else put(item, current, options);
      },
      choose: (slug) => {
        if (slug !== null) setCurrent(slug);
        if (slug !== null && asking !== null) put(asking, slug, {});
        setAsking(null);
      },
      undo: () => {
        if (note?.state !== 'there') return;
        const { id, hunt, item } = note;
        collectors.takeBack(hunt.slug, item).then(
          () => {
            change(id, { state: 'taken-back' });
            renew(hunt.slug);
          },
          (error: Error) => change(id, { error: error.message }),
        );
      },
      giveReason: async (reason) => {
        if (note?.item.kind !== 'event') return;
        const { id, hunt, item } = note;
        await collectors.addReason(hunt.slug, item.event, reason).then(
          () => {
            change(id, { asksReason: false, item: { ...item, reason } });
            renew(hunt.slug);
          },
          (error: Error) => change(id, { error: error.message }),
        );
      },
      dismiss: () => setNote(null),
    }),
    [allowed, note, asking, current, put, change, renew, setCurrent],
  );
}
