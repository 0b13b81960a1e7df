// biome-ignore-all lint/a11y/useSemanticElements: virtual rows are placed one by one, which rows of a <table> cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row
'use client';

import { Pin } from 'lucide-react';
import { memo } from 'react';
import type { Zone } from '@/components/time';
import { classNames } from '@/components/ui';
import type { EventAnswer } from '@/lib/interface';
import { COLUMNS } from './columns';
import { type DaysShown, EventCell } from './event-cell';

export const ROW_HEIGHT = 26;

interface EventRowProps {
  event: EventAnswer;
  /** The ids of the columns, comma-joined: a string keeps rows from drawing anew. */
  columns: string;
  index: number;
  top: number;
  zone: Zone;
  days: DaysShown;
  /** The keyboard is here. */
  current: boolean;
  /** A hunt holds it. */
  pinned: boolean;
  open: boolean;
  /** Below it begin the events that were there before the tail. */
  lastArrived: boolean;
  onOpen: (id: string) => void;
}

export const EventRow = memo(function EventRow(props: EventRowProps) {
  const { event, columns, index, top, zone, days, current, pinned, open, lastArrived, onOpen } = props;
  return (
    // The keys of a row are those of the whole table, which has the focus.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the table opens the current row
    <div
      role="row"
      id={rowId(event.id)}
      aria-rowindex={index + 2}
      aria-selected={open}
      onClick={() => {
        if (window.getSelection()?.isCollapsed !== false) onOpen(event.id);
      }}
      className={classNames(
        'absolute left-0 grid w-full min-w-(--table-width) cursor-default grid-cols-(--columns) items-center border-b pr-8 hover:bg-hover',
        lastArrived ? 'border-accent' : 'border-line/50',
        (current || open) && 'bg-raise hover:bg-raise',
        open && 'shadow-[inset_2px_0_var(--accent)]',
        current && !open && 'shadow-[inset_2px_0_var(--faint)]',
      )}
      style={{ height: ROW_HEIGHT, transform: `translateY(${top}px)` }}
    >
      {pinned ? (
        <span className="absolute left-0" title="Pinned in a hunt">
          <Pin size={9} role="img" aria-label="Pinned in a hunt" className="fill-accent text-accent" />
        </span>
      ) : null}
      {columns.split(',').map((column) => (
        <div
          key={column}
          role="gridcell"
          className={classNames('truncate px-2', COLUMNS.get(column)?.align === 'end' && 'text-right')}
        >
          <EventCell event={event} column={column} zone={zone} days={days} />
        </div>
      ))}
    </div>
  );
});

export function rowId(id: string): string {
  return `event-${id}`;
}
