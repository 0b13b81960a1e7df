// biome-ignore-all lint/a11y/useSemanticElements: virtual rows are placed one by one, which rows of a <table> cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row
'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { classNames } from '@/components/ui';
import { nextSort, sortOf } from './column-moves';
import { COLUMNS } from './columns';

interface ColumnHeaderProps {
  id: string;
  index: number;
  sort: string;
  /** Beside the label: the zone of the times. */
  note?: string | undefined;
  resizing: boolean;
  /** Starts a drag of the width; of TanStack Table. */
  onResizeStart: (event: unknown) => void;
  onResizeBy: (pixels: number) => void;
  onResetWidth: () => void;
  onSort: (sort: string) => void;
  onMove: (id: string, place: number) => void;
}

const DRAGGED = 'application/x-trackway-column';

/** A header: click to sort, drag or Shift and arrows to move, its right edge to resize. */
export function ColumnHeader(props: ColumnHeaderProps) {
  const { id, index, sort, note, resizing, onSort, onMove } = props;
  const [over, setOver] = useState(false);
  const definition = COLUMNS.get(id);
  const order = definition?.order ?? null;
  const direction = sortOf(sort, order);
  const Arrow = direction === 'ascending' ? ArrowUp : ArrowDown;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.shiftKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    onMove(id, event.key === 'ArrowLeft' ? index - 1 : index + 1);
  };
  return (
    <div
      role="columnheader"
      aria-sort={direction}
      aria-colindex={index + 1}
      draggable={!resizing}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED, id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onMove(event.dataTransfer.getData(DRAGGED), index);
      }}
      className={classNames('relative flex h-full items-center', over && 'shadow-[inset_2px_0_var(--accent)]')}
    >
      <button
        type="button"
        disabled={order === null}
        aria-description="Shift with left and right arrow moves the column"
        onClick={() => order !== null && onSort(nextSort(sort, order))}
        onKeyDown={onKeyDown}
        className={classNames(
          'flex h-full min-w-0 flex-1 items-center gap-1 px-2 text-2xs text-faint enabled:hover:text-text',
          definition?.align === 'end' && 'justify-end',
          direction !== 'none' && 'text-text',
        )}
      >
        <span className="truncate">{definition?.label ?? id}</span>
        {note === undefined ? null : <span className="text-faint">{note}</span>}
        {direction === 'none' ? null : <Arrow size={12} className="shrink-0" aria-hidden />}
      </button>
      <ResizeHandle {...props} label={definition?.label ?? id} />
    </div>
  );
}

function ResizeHandle({
  label,
  resizing,
  onResizeStart,
  onResizeBy,
  onResetWidth,
}: ColumnHeaderProps & { label: string }) {
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={`Width of ${label}: arrow keys change it, Enter resets it`}
      aria-valuenow={0}
      onMouseDown={onResizeStart}
      onTouchStart={onResizeStart}
      onDoubleClick={onResetWidth}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') onResizeBy(-16);
        else if (event.key === 'ArrowRight') onResizeBy(16);
        else if (event.key === 'Enter') onResetWidth();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      className={classNames(
        'absolute inset-y-1.5 right-0 w-2 cursor-col-resize touch-none border-r border-line hover:border-r-2 hover:border-accent focus-visible:border-accent',
        resizing && 'border-r-2 border-accent',
      )}
    />
  );
}
