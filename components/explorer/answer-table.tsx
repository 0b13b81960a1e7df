// biome-ignore-all lint/a11y/useSemanticElements: virtual rows are placed one by one, which rows of a <table> cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row
'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { visibleLine } from '@/components/text';
import type { Zone } from '@/components/time';
import { classNames } from '@/components/ui';
import type { QueryAnswer } from '@/lib/interface';
import { AnswerCell } from './answer-cell';
import { useAnswerColumns } from './use-answer-columns';

interface AnswerTableProps {
  /** The scrolling element, which has the focus and the keys. */
  scroller: RefObject<HTMLDivElement | null>;
  answer: QueryAnswer;
  zone: Zone;
  /** The rows shown are of an older question. */
  stale: boolean;
  /** Whether a row leads somewhere. */
  leads: boolean;
  onChoose: (row: QueryAnswer['rows'][number]) => void;
}

const ROW_HEIGHT = 26;
const HEADER_HEIGHT = 30;

/** An answer's rows, drawn only where they are seen. Arrow keys move, Enter or a click goes where the row leads. */
export function AnswerTable({ scroller, answer, zone, stale, leads, onChoose }: AnswerTableProps) {
  const { rows, headers, template, width } = useAnswerColumns(answer, zone);
  const [current, setCurrent] = useState(-1);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
    scrollPaddingStart: HEADER_HEIGHT,
    scrollPaddingEnd: 8,
  });
  const move = (place: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, place));
    setCurrent(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const row = rows[current]?.original;
    if (step !== undefined) move(current + step);
    else if (event.key === 'Home' || event.key === 'g') move(0);
    else if (event.key === 'Enter' && row !== undefined && leads) onChoose(row);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label="Answer"
      aria-rowcount={answer.total + 1}
      aria-activedescendant={current >= 0 ? `answer-${current}` : undefined}
      onKeyDown={onKeyDown}
      className="absolute inset-0 overflow-auto font-mono text-xs focus-visible:outline-offset-[-2px]"
      style={{ '--columns': template, '--table-width': `${width + 32}px` } as React.CSSProperties}
    >
      <div
        role="row"
        aria-rowindex={1}
        className="sticky top-0 z-10 grid min-w-(--table-width) grid-cols-(--columns) items-center border-b bg-bg pr-8 font-sans text-2xs text-faint"
        style={{ height: HEADER_HEIGHT }}
      >
        {headers.map(({ id, name, isNumeric, note }) => (
          <div
            key={id}
            role="columnheader"
            title={visibleLine(name)}
            className={classNames('truncate px-2', isNumeric && 'text-right')}
          >
            {visibleLine(name)}
            {note === '' ? null : ` ${note}`}
          </div>
        ))}
      </div>
      <div
        role="rowgroup"
        className={classNames('relative transition-opacity', stale && 'opacity-50')}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, start, key }) => (
          // The keys of a row are those of the whole table, which has the focus.
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the table goes where the current row leads
          <div
            key={key}
            id={`answer-${index}`}
            role="row"
            aria-rowindex={index + 2}
            aria-selected={index === current}
            onClick={() => {
              const row = rows[index]?.original;
              if (leads && row !== undefined && window.getSelection()?.isCollapsed !== false) onChoose(row);
            }}
            className={classNames(
              'absolute left-0 grid w-full min-w-(--table-width) grid-cols-(--columns) items-center border-b border-line/50 pr-8',
              leads && 'cursor-pointer hover:bg-hover',
              index === current && 'bg-raise shadow-[inset_2px_0_var(--accent)]',
            )}
            style={{ height: ROW_HEIGHT, transform: `translateY(${start}px)` }}
          >
            {headers.map(({ id, isNumeric }, place) => {
              const column = answer.kinds[place];
              return (
                <div
                  key={id}
                  role="gridcell"
                  className={classNames('truncate px-2', isNumeric && 'text-right tabular-nums')}
                >
                  {column === undefined ? null : (
                    <AnswerCell value={rows[index]?.original[place] ?? null} column={column} zone={zone} />
                  )}
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1, PageDown: 20, PageUp: -20 };
