import { type BuiltColumn, isAttributeColumn, type SegmentColumns } from '@/lib/columns';

/** The column of a field that no event has. */
export const NOBODY: BuiltColumn = {
  codes: new Uint32Array(0),
  dictionary: { values: [], counts: new Uint32Array(1) },
};

/** The column of a field or attribute; `too-many` where the segment has none although events may have values. */
export function columnOf(columns: SegmentColumns, field: string): BuiltColumn | 'too-many' {
  const column = columns.columns.get(field);
  if (column !== undefined) return column;
  // Where not every attribute has a column, nothing follows from there being none.
  return isAttributeColumn(field) && !columns.allAttributes ? 'too-many' : NOBODY;
}
