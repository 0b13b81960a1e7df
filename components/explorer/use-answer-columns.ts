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
  const hasText = kinds.some(({ kind }) => kind === 'text');
  const template = columns.map(({ size }, index) => {
    const kind = kinds[index]?.kind;
    return kind === 'text' && hasText ? `minmax(${size}px,1fr)` : `${size}px`;
  });
  // Without a text the figures stay together at the left.
  if (!hasText) template.push('1fr');
  return {
    rows: table.getRowModel().rows,
    headers: columns.map(({ id, header }, index) => {
      const column = kinds[index];
      return { id, name: header, isNumeric: column !== undefined && isNumeric(column) };
    }),
    template: template.join(' '),
    width: columns.reduce((sum, { size }) => sum + size, 0),
  };
}
