'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { parametersOf } from './explorer-queries';
import { arrive, EMPTY_BUFFER, resume, type TailBuffer } from './tail-buffer';
import { followTail } from './tail-connection';
import type { Selection } from './use-explorer-state';

export interface Tail {
  readonly state: 'off' | 'connecting' | 'live' | 'lost';
  readonly paused: boolean;
  readonly buffer: TailBuffer;
  /** When it began, in milliseconds. */
  readonly since: number | null;
  /** Why the rows below may not be all; null when they are. */
  readonly outdated: string | null;
}

/** Numbers follow at most this often, and at least that often while the tail is on: other lanes move too. */
const NUMBERS_MS = { least: 2_000, most: 10_000 } as const;
/** The answers that count events. */
const NUMBERS = ['timeline', 'count', 'facets', 'patterns', 'overview', 'query'];

/**
 * Follows what arrives for a selection while `live`; while `paused` it waits. The numbers of the page follow. When it is
 * turned off the rows are asked for anew, in their own order, and what it brought stays until they are there.
 */
export function useTail(selection: Selection, live: boolean, paused: boolean): Tail {
  const client = useQueryClient();
  const [buffer, setBuffer] = useState(EMPTY_BUFFER);
  const [state, setState] = useState<Tail['state']>('off');
  const [since, setSince] = useState<number | null>(null);
  const [outdated, setOutdated] = useState<string | null>(null);
  const address = JSON.stringify(parametersOf(selection));

  const take = useEffectEvent((events: Parameters<typeof arrive>[1]) => {
    setBuffer((old) => arrive(old, events, paused));
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: `address` says all of the selection, by value
  useEffect(() => {
    if (!live) return;
    setBuffer(EMPTY_BUFFER);
    setOutdated(null);
    setState('connecting');
    setSince(Date.now());
    const numbers = numbersOf(() => {
      for (const name of NUMBERS) void client.invalidateQueries({ queryKey: [name] });
    });
    const leave = followTail(parametersOf(selection), {
      onEvents: (events) => {
        take(events);
        numbers.soon();
      },
      onOutdated: (message) => {
        setOutdated(message);
        numbers.soon();
      },
      onState: setState,
    });
    return () => {
      leave();
      numbers.stop();
      setState('off');
      void client.invalidateQueries({ queryKey: ['events'] }).then(() => setBuffer(EMPTY_BUFFER));
    };
  }, [live, address, client]);

  useEffect(() => {
    if (!paused) setBuffer(resume);
  }, [paused]);
  return { state, paused, buffer, since, outdated };
}

/** Calls `ask` soon after something happened, but not too often, and now and then anyway. */
function numbersOf(ask: () => void): { soon(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const often = setInterval(ask, NUMBERS_MS.most);
  return {
    soon: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        ask();
      }, NUMBERS_MS.least);
    },
    stop: () => {
      clearTimeout(timer);
      clearInterval(often);
    },
  };
}
