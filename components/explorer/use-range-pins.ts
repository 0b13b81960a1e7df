'use client';

import { useMemo } from 'react';
import { usePins } from '@/components/collect';
import type { PinsAnswer } from '@/lib/interface';
import type { Selection } from './use-explorer-state';

export type PinAnswer = PinsAnswer['pins'][number];

export interface RangePins {
  readonly all: readonly PinAnswer[];
  readonly total: number;
  /** The ids of the events. */
  readonly ids: ReadonlySet<string>;
  /** The pins of one event: several hunts may hold it. */
  readonly of: (event: string) => readonly PinAnswer[];
}

const NONE: readonly PinAnswer[] = [];

/** What hunts hold of the time that is looked at, in all lanes: the query and the source do not narrow it. */
export function useRangePins({ from, to }: Selection): RangePins {
  const answer = usePins(from, to).data;
  return useMemo(() => {
    const all = answer?.pins ?? NONE;
    const byEvent = new Map<string, PinAnswer[]>();
    for (const pin of all) byEvent.set(pin.event, [...(byEvent.get(pin.event) ?? []), pin]);
    return {
      all,
      total: answer?.total ?? 0,
      ids: new Set(byEvent.keys()),
      of: (event) => byEvent.get(event) ?? NONE,
    };
  }, [answer]);
}
