'use client';

import {
  type ColumnSizingState,
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useEffect, useMemo, useState } from 'react';
import type { EventAnswer } from '@/lib/interface';
import { COLUMN_WIDTH_MAX, COLUMN_WIDTH_MIN, COLUMNS, type ColumnChoice, flexibleColumn } from './columns';
import type { DaysShown } from './event-cell';

const FEATURES = tableFeatures({ columnSizingFeature, columnResizingFeature, columnOrderingFeature });

/** A clock beside its date needs more room than one without. */
const TIME_WIDTHS: Readonly<Record<DaysShown, number>> = { none: 114, day: 156, year: 192 };

/**
 * The table's model: its columns in their order, their widths while they are dragged, and the rows. Sorting and filtering
 * are the server's. A width is handed to `onResized` once, when its drag ends.
 */
export function useEventColumns(
  events: readonly EventAnswer[],
  choices: readonly ColumnChoice[],
  days: DaysShown,
  onResized: (columns: readonly ColumnChoice[]) => void,
) {
  const columns = useMemo(() => definitionsOf(choices, days), [choices, days]);
  const [columnSizing, setColumnSizing] = useState<ColumnSizingState>({});
  const data = useMemo(() => [...events], [events]);
  const table = useTable({
    features: FEATURES,
    columns,
    data,
    getRowId: (event) => event.id,
    state: { columnSizing, columnOrder: choices.map((choice) => choice.id) },
    onColumnSizingChange: setColumnSizing,
    columnResizeMode: 'onChange',
  });
  const resizing = table.state.columnResizing.isResizingColumn;

  useEffect(() => {
    const dragged = Object.keys(columnSizing);
    if (resizing !== false || dragged.length === 0) return;
    onResized(choices.map((choice) => withWidth(choice, columnSizing[choice.id])));
    setColumnSizing({});
  }, [resizing, columnSizing, choices, onResized]);

  const flexible = flexibleColumn(choices);
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const template = headers
    .map(({ column }) => {
      const size = column.getSize();
      return column.id === flexible && columnSizing[column.id] === undefined ? `minmax(${size}px,1fr)` : `${size}px`;
    })
    .join(' ');
  const width = headers.reduce((sum, header) => sum + header.getSize(), 0);
  return { table, headers, template, width, rows: table.getRowModel().rows };
}

function definitionsOf(choices: readonly ColumnChoice[], days: DaysShown) {
  return choices.flatMap((choice) => {
    const definition = COLUMNS.get(choice.id);
    if (definition === undefined) return [];
    const own = choice.id === 'time' ? TIME_WIDTHS[days] : definition.width;
    const size = choice.width ?? own;
    return [{ id: choice.id, header: definition.label, size, minSize: COLUMN_WIDTH_MIN, maxSize: COLUMN_WIDTH_MAX }];
  });
}

function withWidth(choice: ColumnChoice, width: number | undefined): ColumnChoice {
  return width === undefined ? choice : { id: choice.id, width: Math.round(width) };
}
