'use client';

import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { MatrixAnswer } from '@/lib/interface';
import { MatrixCellButton } from './matrix-cell-button';
import { matrixColumns, moved, type PlacedCell } from './matrix-columns';
import { type ShownState, shownState } from './shown-state';

interface MatrixGridProps {
  answer: MatrixAnswer;
  folded: boolean;
  /** Only these stand out; null = all do. */
  state: ShownState | null;
  open: string | null;
  onOpen: (id: string | null) => void;
}

/** The matrix as a grid: one stop of the tab key, arrows move within it. */
export function MatrixGrid({ answer, folded, state, open, onOpen }: MatrixGridProps) {
  const grid = useRef<HTMLTableElement>(null);
  const columns = useMemo(() => matrixColumns(answer.tactics, folded), [answer.tactics, folded]);
  const [entry, setEntry] = useState({ column: 0, row: 0 });
  const at = columns[entry.column]?.[entry.row] ?? columns[0]?.[0];
  const rows = Math.max(0, ...columns.map((column) => column.length));
  const move = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || at === undefined) return;
    const next = moved(columns, at, event.key);
    if (next === null) return;
    event.preventDefault();
    setEntry(next);
    grid.current?.querySelector<HTMLElement>(`[data-place="${placeOf(next)}"]`)?.focus();
  };
  return (
    <table
      ref={grid}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells are moved between
      role="grid"
      aria-label={answer.title}
      onKeyDown={move}
      className="w-full table-fixed border-separate border-spacing-x-1 border-spacing-y-1 px-3 pb-3"
      style={{ minWidth: `${columns.length * 7.9 + 1.5}rem` }}
    >
      <thead>
        <tr>
          {answer.tactics.map(({ id, name, cells }) => (
            <th
              key={id}
              scope="col"
              className="sticky top-0 z-10 h-11 bg-bg px-1 text-left align-bottom text-xs leading-4 font-semibold"
            >
              {name} <span className="font-normal text-faint">{cells.length}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: rows }, (_none, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
          <tr key={row}>
            {columns.map((column, place) => {
              const placed = column[row];
              const tactic = answer.tactics[place]?.id;
              if (placed === undefined) return <td key={tactic} />;
              return (
                <td key={tactic} className="h-px p-0 align-top">
                  <MatrixCellButton
                    placed={placed}
                    place={placeOf(placed)}
                    reached={placed === at}
                    quiet={state !== null && shownState(placed.cell) !== state}
                    open={placed.cell.id === open}
                    onFocus={() => setEntry(placed)}
                    onOpen={() => onOpen(placed.cell.id === open ? null : placed.cell.id)}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function placeOf({ column, row }: Pick<PlacedCell, 'column' | 'row'>): string {
  return `${column}-${row}`;
}
