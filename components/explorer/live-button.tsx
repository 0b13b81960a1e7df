'use client';

import { Button, classNames } from '@/components/ui';
import type { Tail } from './use-tail';

interface LiveButtonProps {
  live: boolean;
  tail: Tail;
  /** Turns it off, on, or lets it go on. */
  onPress: () => void;
}

const SAYS: Readonly<Record<Tail['state'], string>> = {
  off: 'Show events as they arrive',
  connecting: 'Connecting …',
  live: 'Events are shown as they arrive',
  lost: 'The connection was lost; trying again, nothing is left out',
};

/** Turns the tail on and off, and says how it is. */
export function LiveButton({ live, tail, onPress }: LiveButtonProps) {
  const { state, paused } = tail;
  const look = state === 'lost' ? 'bg-error' : paused || state === 'connecting' ? 'bg-warn' : 'bg-accent live-dot';
  return (
    <Button aria-pressed={live} title={`${SAYS[state]} (l)`} onClick={onPress}>
      <span
        aria-hidden
        className={classNames('size-[7px] rounded-full', state === 'off' ? 'border border-faint' : look)}
      />
      {state === 'lost' ? 'Reconnecting' : live && paused ? 'Paused' : 'Live'}
    </Button>
  );
}
