/** A stretch of a line, in hundredths of its length. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/**
 * The row of each mark, so that none lies on another: the first row that has room. Marks beyond `rowsMax` share the last.
 * `marks` are in the order of their starts.
 */
export function stackMarks(marks: readonly Mark[], rowsMax: number): readonly number[] {
  const ends: number[] = [];
  return marks.map(({ start, end }) => {
    const free = ends.findIndex((last) => last <= start);
    const row = free === -1 ? Math.min(ends.length, rowsMax - 1) : free;
    ends[row] = Math.max(end, ends[row] ?? 0);
    return row;
  });
}
