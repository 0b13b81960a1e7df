// biome-ignore-all lint/a11y/useSemanticElements: virtual rows are placed one by one, which rows of a <table> cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row
'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useLayoutEffect } from 'react';
import { type Zone, zoneLabel } from '@/components/time';
import { classNames } from '@/components/ui';
import type { LogType } from '@/lib/events';
import type { EventAnswer } from '@/lib/interface';
import { ColumnHeader } from './column-header';
import { movedColumn } from './column-moves';
import { ColumnPicker } from './column-picker';
import { COLUMN_WIDTH_MAX, COLUMN_WIDTH_MIN, type ColumnChoice } from './columns';
import type { DaysShown } from './event-cell';
import { EventRow, ROW_HEIGHT, rowId } from './event-row';
import { useEventColumns } from './use-event-columns';

interface EventTableProps {
  /** The scrolling element, which has the focus and the keys. */
  scroller: RefObject<HTMLDivElement | null>;
  events: readonly EventAnswer[];
  type: LogType | null;
  columns: readonly ColumnChoice[];
  sort: string;
  zone: Zone;
  days: DaysShown;
  /** How many of them a tail brought, at the top. */
  arrived: number;
  /** How many match; null while unknown. */
  count: number | null;
  current: string | null;
  /** The ids of events that a hunt holds. */
  pinned: ReadonlySet<string>;
  open: string | null;
  /** The rows shown are of an older question. */
  stale: boolean;
  loading: boolean;
  hasMore: boolean;
  /** Shown in place of rows. */
  instead: ReactNode;
  /** What stands below the last row. */
  end: ReactNode;
  onMore: () => void;
  onOpen: (id: string) => void;
  onSort: (sort: string) => void;
  onColumns: (columns: readonly ColumnChoice[]) => void;
}

const HEADER_HEIGHT = 30;
const AHEAD = 60;
/** Kept free at the right of every row, for the button above it. */
const PICKER_WIDTH = 32;

/** The events that match, drawn only where they are seen. */
export function EventTable(props: EventTableProps) {
  const { scroller, events, columns, sort, zone, current, open, stale, loading, hasMore, onMore, onColumns } = props;
  const { table, headers, template, width, rows } = useEventColumns(events, columns, props.days, onColumns);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
    scrollPaddingStart: HEADER_HEIGHT,
    scrollPaddingEnd: 8,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (hasMore && !loading && rows.length > 0 && last >= rows.length - AHEAD) onMore();
  }, [hasMore, loading, last, rows.length, onMore]);

  const place = current === null ? -1 : rows.findIndex((row) => row.id === current);
  useLayoutEffect(() => {
    if (place >= 0) virtual.scrollToIndex(place, { align: 'auto' });
  }, [place, virtual]);

  const ids = columns.map((column) => column.id).join(',');
  const resize = (id: string, change: (size: number) => number | null) => {
    const size = headers.find((header) => header.column.id === id)?.getSize() ?? 0;
    const next = change(size);
    const bounded = next === null ? null : Math.min(COLUMN_WIDTH_MAX, Math.max(COLUMN_WIDTH_MIN, next));
    onColumns(columns.map((column) => (column.id === id ? { id, width: bounded } : column)));
  };
  const drawn = props.instead === null;

  return (
    <div className="relative min-h-0 min-w-0">
      {loading ? <div className="progress-line z-20" /> : null}
      <div
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label="Events"
        aria-busy={loading}
        aria-rowcount={props.count === null ? -1 : props.count + 1}
        aria-activedescendant={place >= 0 && current !== null ? rowId(current) : undefined}
        className="absolute inset-0 overflow-auto font-mono text-xs focus-visible:outline-offset-[-2px]"
        style={{ '--columns': template, '--table-width': `${width + PICKER_WIDTH}px` } as React.CSSProperties}
      >
        <div
          role="row"
          aria-rowindex={1}
          className="sticky top-0 z-10 grid min-w-(--table-width) grid-cols-(--columns) border-b bg-bg pr-8 font-sans"
          style={{ height: HEADER_HEIGHT }}
        >
          {headers.map((header, index) => (
            <ColumnHeader
              key={header.id}
              id={header.column.id}
              index={index}
              sort={sort}
              note={header.column.id === 'time' ? zoneLabel(zone, Date.parse(events[0]?.time ?? '') || 0) : undefined}
              resizing={table.state.columnResizing.isResizingColumn === header.column.id}
              onResizeStart={header.getResizeHandler()}
              onResizeBy={(pixels) => resize(header.column.id, (size) => size + pixels)}
              onResetWidth={() => resize(header.column.id, () => null)}
              onSort={props.onSort}
              onMove={(id, to) => onColumns(movedColumn(columns, id, to))}
            />
          ))}
        </div>
        {drawn ? (
          <div
            role="rowgroup"
            className={classNames('relative transition-opacity', stale && 'opacity-50')}
            style={{ height: virtual.getTotalSize() }}
          >
            {items.map((item) => {
              const row = rows[item.index];
              if (row === undefined) return null;
              return (
                <EventRow
                  key={item.key}
                  event={row.original}
                  columns={ids}
                  index={item.index}
                  top={item.start}
                  zone={zone}
                  days={props.days}
                  current={row.id === current}
                  pinned={props.pinned.has(row.id)}
                  open={row.id === open}
                  lastArrived={item.index === props.arrived - 1}
                  onOpen={props.onOpen}
                />
              );
            })}
          </div>
        ) : null}
        <div className="sticky left-0 font-sans">{drawn ? props.end : props.instead}</div>
      </div>
      <div className="absolute top-0 right-0 z-20 flex h-[29px] items-center border-l bg-bg px-1">
        <ColumnPicker choices={columns} type={props.type} onChange={onColumns} />
      </div>
    </div>
  );
}
