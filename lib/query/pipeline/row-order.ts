import type { FieldReference } from '../field-reference';
import { type Cell, compareCells } from './cell';
import type { SortKey } from './steps';

/** A row of a table: a cell for each of its columns. */
export type Row = readonly Cell[];

/** Compares rows with these columns by keys, the most important first; keys that are no column are left out. */
export function rowOrder(columns: readonly FieldReference[], order: readonly SortKey[]) {
  const keys = order
    .map(({ field, descending }) => ({ descending, place: columns.findIndex(({ name }) => name === field.name) }))
    .flatMap(({ descending, place }) => {
      const column = columns[place];
      return column === undefined ? [] : [{ descending, place, column }];
    });
  return (one: Row, other: Row): number => {
    for (const { descending, place, column } of keys) {
      const byKey = compareCells(column, one[place] ?? null, other[place] ?? null, descending);
      if (byKey !== 0) return byKey;
    }
    return 0;
  };
}
