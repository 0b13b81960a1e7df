'use client';

import { useQueryClient } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';
import { type Options, useQueryStates } from 'nuqs';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { send } from '@/components/forms';
import { isTooLong } from '@/components/links';
import { type LinkedAnswer, linkedAnswer } from '@/lib/interface';
import { changed, sameSelection, saysNothing, type ValuesChange, withKept } from './kept-values';
import { linkKey, useLink } from './link-queries';
import {
  type ExplorerValues,
  explorerParsers,
  NO_VALUES,
  readExplorerSearch,
  writeExplorerSearch,
} from './search-params';

export type SetValues = (change: ValuesChange | ((old: ExplorerValues) => ValuesChange), options?: Options) => void;

export interface AddressedValues {
  readonly values: ExplorerValues;
  readonly set: SetValues;
  /** What the link says that the page was opened with; null without one, and while it is not known. */
  readonly link: LinkedAnswer | null;
  /** What is looked at is not known yet: the link will say it. */
  readonly waiting: boolean;
  /** Why an address could not be kept or found; null when nothing is wrong. */
  readonly problem: string | null;
}

/**
 * What the address of an explorer page says. Values that are too long for an address are kept on the server, under a link that
 * the address names; that is asked for before the address changes, so that every address can be opened by others.
 */
export function useExplorerValues(): AddressedValues {
  const path = usePathname();
  const client = useQueryClient();
  const [own, setOwn] = useQueryStates(explorerParsers, { history: 'push', shallow: true, scroll: false });
  const linked = useLink(own.link);
  const link = linked.data ?? null;
  const [fault, setFault] = useState<string | null>(null);
  const kept = useMemo(
    () =>
      link !== null && isTooLong(link.path, link.search) ? readExplorerSearch(new URLSearchParams(link.search)) : null,
    [link],
  );
  const values = useMemo(() => (kept === null ? own : withKept(own, kept)), [own, kept]);
  const proof = own.proof ?? link?.proof ?? null;

  // A change counts from the one before it, also when that is not in the address yet.
  const latest = useRef(values);
  useEffect(() => {
    latest.current = values;
  }, [values]);

  const set = useCallback<SetValues>(
    (given, options = {}) => {
      const old = latest.current;
      const change = typeof given === 'function' ? given(old) : given;
      const next = changed(old, change);
      latest.current = next;
      setFault(null);
      const selects = !sameSelection(old, next);
      // What was seen then says nothing of other events.
      const opening = selects ? { link: null, proof: change.proof ?? null } : {};
      const seen = selects ? (change.proof ?? null) : proof;
      const { event, at } = next;
      const whole = { ...next, link: null, proof: null };
      if (kept === null && !isTooLong(path, writeExplorerSearch('', whole))) {
        void setOwn({ ...change, ...opening }, options);
      } else if (!isTooLong(path, writeExplorerSearch('', whole))) {
        void setOwn({ ...whole, proof: seen }, options);
      } else if (onlyOwn(change)) {
        void setOwn(change, options);
      } else {
        send(linkedAnswer, 'POST', '/api/links', {
          ...{ path, search: writeExplorerSearch('', { ...whole, event: null, at: null }) },
          ...{ absolute: false, remember: false },
        }).then(
          (answer) => {
            client.setQueryData(linkKey(answer.slug), answer);
            void setOwn({ ...NOTHING, event, at, link: answer.slug, proof: seen }, options);
          },
          (error: Error) => {
            latest.current = old;
            setFault(`This is too long for an address, and could not be kept: ${error.message}`);
          },
        );
      }
    },
    [setOwn, kept, path, proof, client],
  );
  const missing = linked.isError ? `What the address is short for was not found: ${linked.error.message}` : null;
  return {
    values,
    set,
    link,
    waiting: linked.isPending && own.link !== null && saysNothing(own),
    problem: fault ?? missing,
  };
}

const NOTHING = Object.fromEntries(Object.keys(NO_VALUES).map((name) => [name, null]));

function onlyOwn(change: ValuesChange): boolean {
  return Object.keys(change).every((name) => name === 'event' || name === 'at');
}
