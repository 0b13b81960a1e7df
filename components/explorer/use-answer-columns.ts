'use client';

import { tableFeatures, useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { ColumnAnswer, QueryAnswer } from '@/lib/interface';
import { isNumeric } from './answer-cell-text';

const FEATURES = tableFeatures({});
/** In pixels, by what a column holds. */
const WIDTHS: Readonly<Record<ColumnAnswer['kind'], number>> = {
  text: 180,
  integer: 120,
  number: 120,
  time: 200,
  severity: 110,
  type: 130,
};

/** The table's model of an answer; sorting and cutting are the query's own. The widths share what is left among texts. */
export function useAnswerColumns(answer: QueryAnswer | null) {
  const columns = useMemo(
    () =>
      (answer?.columns ?? []).map((name, index) => ({
        // Names are the user's and may be anything; a column is known by its place.
        id: `column-${index}`,
        header: name,
        size: WIDTHS[answer?.kinds[index]?.kind ?? 'text'],
      })),
    [answer],
  );
  const data = useMemo(() => [...(answer?.rows ?? [])], [answer]);
  const table = useTable({ features: FEATURES, columns, data });
  const kinds = answer?.kinds ?? [];
  const hasText = kinds.some(({ kind, field }) => kind === 'text' && field !== 'id');
  const template = columns.map(({ size }, index) => trackOf(kinds[index], size));
  // Without a text the figures stay together at the left.
  if (!hasText) template.push('1fr');
  return {
    rows: table.getRowModel().rows,
    headers: columns.map(({ id, header }, index) => {
      const column = kinds[index];
      return {
        id,
        name: header,
        isNumeric: column !== undefined && isNumeric(column),
        isTime: column?.kind === 'time',
      };
    }),
    template: template.join(' '),
    width: columns.reduce((sum, { size }) => sum + size, 0),
  };
}

/** Messages are the longest texts, ids the shortest. */
function trackOf(column: ColumnAnswer | undefined, size: number): string {
  if (column?.kind !== 'text' || column.field === 'id') return `${size}px`;
  return `minmax(${size}px,${column.field === 'message' ? 4 : 1}fr)`;
}
