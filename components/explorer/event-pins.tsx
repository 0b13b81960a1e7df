'use client';

import { ChevronDown, Pin } from 'lucide-react';
import Link from 'next/link';
import { pageOfHunt } from '@/components/collect';
import { visibleLine } from '@/components/text';
import { classNames, IconButton, Tooltip } from '@/components/ui';
import type { PinAnswer } from './use-range-pins';

interface PinButtonProps {
  pinned: boolean;
  onPin: (ask: boolean) => void;
}

/** Pins the open event in the current hunt, or asks in which. */
export function PinButton({ pinned, onPin }: PinButtonProps) {
  return (
    <span className="flex shrink-0">
      <IconButton label="Pin as evidence" hotkey="e" size="small" onClick={() => onPin(false)}>
        <Pin size={15} aria-hidden className={classNames(pinned && 'fill-accent text-accent')} />
      </IconButton>
      <Tooltip label="Pin it in another hunt">
        <button
          type="button"
          aria-label="Pin it in another hunt"
          onClick={() => onPin(true)}
          className="grid h-6 w-4 place-items-center rounded-md text-faint hover:bg-raise hover:text-text"
        >
          <ChevronDown size={12} aria-hidden />
        </button>
      </Tooltip>
    </span>
  );
}

/** The hunts that hold the open event, and why. */
export function PinnedIn({ pins }: { pins: readonly PinAnswer[] }) {
  if (pins.length === 0) return null;
  return (
    <ul aria-label="Pinned in" className="mx-4 mt-2 grid gap-0.5 border-l-2 border-accent pl-2 text-xs">
      {pins.map(({ hunt, reason }) => (
        <li key={hunt.slug} className="truncate" title={visibleLine(reason)}>
          <span className="text-faint">Pinned in</span>{' '}
          <Link href={pageOfHunt(hunt.slug)} className="text-accent hover:underline">
            {visibleLine(hunt.title)}
          </Link>
          {reason === '' ? null : <span className="text-dim"> · {visibleLine(reason)}</span>}
        </li>
      ))}
    </ul>
  );
}
