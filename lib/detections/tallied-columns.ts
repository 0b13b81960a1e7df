import type { Tallied, TallyRow } from './tally';

/** A part of the keys of all rows: its texts, and for each row the place of its own among them. */
export interface KeyTexts {
  readonly texts: readonly string[];
  readonly places: Uint32Array;
}

/**
 * What was counted of one segment, with the same parts of all rows side by side: there may be a row for each few events, and an
 * object for each is what costs most. Rows have as many cells (a bucket, its count and its sum) as `lengths` says, one row
 * after the other.
 */
export interface TalliedColumns {
  readonly keys: readonly KeyTexts[];
  readonly first: Float64Array;
  readonly last: Float64Array;
  readonly lengths: Uint32Array;
  readonly buckets: Uint32Array;
  readonly counts: Uint32Array;
  /** Empty where nothing is added up. */
  readonly sums: Float64Array;
  readonly leftOut: number;
}

/** The same, row by row. */
export function talliedRows(columns: TalliedColumns): Tallied {
  let end = 0;
  const rows = Array.from(columns.lengths, (length, row): TallyRow => {
    const from = end;
    end += length;
    return {
      key: columns.keys.map(({ texts, places }) => texts[places[row] ?? 0] ?? ''),
      buckets: columns.buckets.subarray(from, end),
      counts: columns.counts.subarray(from, end),
      sums: columns.sums.subarray(from, end),
      first: columns.first[row] ?? 0,
      last: columns.last[row] ?? 0,
    };
  });
  return { rows, leftOut: columns.leftOut };
}
