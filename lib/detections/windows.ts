import type { TallyRow } from './tally';

/** Buckets one behind another, and what there is in them; `to` is exclusive. */
export interface Window {
  readonly from: number;
  readonly to: number;
  /** Those with events in it. */
  readonly rows: readonly TallyRow[];
  readonly count: number;
}

/**
 * The window of so many buckets with the most rows in it, the first of several; it begins and ends with a bucket that has
 * events. Takes time in proportion to the cells.
 */
export function busiestWindow(rows: readonly TallyRow[], buckets: number): Window {
  const cells = cellsInOrder(rows);
  const inside = new Map<TallyRow, number>();
  let best = { from: 0, to: 0, rows: 0 };
  let first = 0;
  for (const { row, bucket } of cells) {
    inside.set(row, (inside.get(row) ?? 0) + 1);
    for (let cell = cells[first]; cell !== undefined && cell.bucket <= bucket - buckets; cell = cells[first]) {
      leave(inside, cell.row);
      first += 1;
    }
    if (inside.size > best.rows) best = { from: cells[first]?.bucket ?? 0, to: bucket + 1, rows: inside.size };
  }
  const within = cells.filter(({ bucket }) => bucket >= best.from && bucket < best.to);
  return {
    from: best.from,
    to: best.to,
    rows: [...new Set(within.map(({ row }) => row))],
    count: within.reduce((sum, { count }) => sum + count, 0),
  };
}

interface CellOfRow {
  readonly row: TallyRow;
  readonly bucket: number;
  readonly count: number;
}

function cellsInOrder(rows: readonly TallyRow[]): CellOfRow[] {
  const cells = rows.flatMap((row) =>
    Array.from(row.buckets, (bucket, place) => ({ row, bucket, count: row.counts[place] ?? 0 })),
  );
  return cells.sort((a, b) => a.bucket - b.bucket);
}

function leave(inside: Map<TallyRow, number>, row: TallyRow): void {
  const left = (inside.get(row) ?? 0) - 1;
  if (left > 0) inside.set(row, left);
  else inside.delete(row);
}
