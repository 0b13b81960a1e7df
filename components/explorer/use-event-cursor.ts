'use client';

import { type RefObject, useCallback, useState } from 'react';
import type { EventAnswer } from '@/lib/interface';
import type { ExplorerActions } from './use-explorer-state';

export interface EventCursor {
  /** The event that the keys are on: the open one, else the one last moved to. */
  readonly current: string | null;
  readonly move: (step: number) => void;
  readonly moveTo: (index: number) => void;
  readonly openCurrent: () => void;
  readonly open: (id: string) => void;
  readonly close: () => void;
}

/** Goes through the events with the keys; while one is open, moving opens the next. */
export function useEventCursor(
  events: readonly EventAnswer[],
  openId: string | null,
  scroller: RefObject<HTMLDivElement | null>,
  { openEvent }: ExplorerActions,
): EventCursor {
  const [last, setLast] = useState<string | null>(null);
  const current = openId ?? (events.some((event) => event.id === last) ? last : null);

  const moveTo = (index: number) => {
    const target = events[Math.max(0, Math.min(events.length - 1, index))];
    if (target === undefined) return;
    setLast(target.id);
    if (openId !== null) openEvent(target.id);
  };
  const open = useCallback(
    (id: string) => {
      setLast(id);
      openEvent(id);
    },
    [openEvent],
  );
  return {
    current,
    move: (step) => moveTo(events.findIndex((event) => event.id === current) + step),
    moveTo,
    openCurrent: () => {
      if (current !== null) open(current);
    },
    open,
    close: () => {
      setLast(openId ?? last);
      openEvent(null);
      scroller.current?.focus({ preventScroll: true });
    },
  };
}
