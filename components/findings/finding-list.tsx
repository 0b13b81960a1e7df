// biome-ignore-all lint/a11y/useSemanticElements: virtual rows are placed one by one, which rows of a <table> cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row
'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useLayoutEffect } from 'react';
import { formatCounted, visibleLine } from '@/components/text';
import { timeParts, type Zone } from '@/components/time';
import { classNames } from '@/components/ui';
import { FindingRow, ROW_HEIGHT, rowId } from './finding-row';
import type { ListRow } from './group-findings';

interface FindingListProps {
  /** The scrolling element, which has the focus and the keys. */
  scroller: RefObject<HTMLDivElement | null>;
  rows: readonly ListRow[];
  zone: Zone;
  open: string | null;
  /** The rows are of an older question. */
  stale: boolean;
  loading: boolean;
  /** Shown in place of rows. */
  instead: ReactNode;
  /** What stands below the last row. */
  end: ReactNode;
  onOpen: (id: string) => void;
}

const HEAD_HEIGHT = 32;
/** Level; title and reason; lane; when; figures; events. The narrower the list, the fewer. */
const COLUMNS =
  '[--columns:96px_minmax(0,1fr)_120px_142px_124px_116px] @max-[820px]:[--columns:96px_minmax(0,1fr)_120px_124px_116px] @max-[700px]:[--columns:88px_minmax(0,1fr)_112px_116px]';

/** The findings, drawn only where they are seen. */
export function FindingList(props: FindingListProps) {
  const { scroller, rows, zone, open, stale, loading } = props;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'head' ? HEAD_HEIGHT : ROW_HEIGHT),
    overscan: 12,
    scrollPaddingEnd: 8,
    getItemKey: (index) => rows[index]?.key ?? index,
  });
  const place = open === null ? -1 : rows.findIndex((row) => row.key === open);
  useLayoutEffect(() => {
    if (place >= 0) virtual.scrollToIndex(place, { align: 'auto' });
  }, [place, virtual]);
  const years = spansYears(rows, zone);
  return (
    <div className="@container relative min-h-0 min-w-0 flex-1">
      {loading ? <div className="progress-line z-20" /> : null}
      <div
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label="Findings"
        aria-busy={loading}
        aria-rowcount={rows.length}
        aria-activedescendant={place >= 0 && open !== null ? rowId(open) : undefined}
        className={classNames('absolute inset-0 overflow-auto focus-visible:outline-offset-[-2px]', COLUMNS)}
      >
        {props.instead === null ? (
          <div
            role="rowgroup"
            className={classNames('relative transition-opacity', stale && 'opacity-50')}
            style={{ height: virtual.getTotalSize() }}
          >
            {virtual.getVirtualItems().map(({ index, start, key }) => {
              const row = rows[index];
              if (row === undefined) return null;
              if (row.kind === 'head') return <Head key={key} row={row} top={start} />;
              return (
                <FindingRow
                  key={key}
                  finding={row.finding}
                  {...{ index, zone, years }}
                  top={start}
                  open={row.key === open}
                  onOpen={props.onOpen}
                />
              );
            })}
          </div>
        ) : null}
        {props.instead ?? props.end}
      </div>
    </div>
  );
}

function Head({ row, top }: { row: Extract<ListRow, { kind: 'head' }>; top: number }) {
  return (
    <div
      role="row"
      className="absolute left-0 flex w-full items-end gap-3 border-b px-4 pb-1"
      style={{ height: HEAD_HEIGHT, transform: `translateY(${top}px)` }}
    >
      <span role="gridcell" className="min-w-0 truncate text-xs font-semibold">
        {visibleLine(row.title)}
      </span>
      <span role="gridcell" className="shrink-0 text-xs text-faint">
        {formatCounted(row.count, 'finding')}
      </span>
    </div>
  );
}

/** Whether the day alone would not say which one it is. */
function spansYears(rows: readonly ListRow[], zone: Zone): boolean {
  const thisYear = new Date().getFullYear();
  return rows.some((row) => row.kind === 'finding' && timeParts(row.finding.from, zone)?.year !== thisYear);
}
