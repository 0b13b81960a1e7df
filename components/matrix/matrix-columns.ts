import type { MatrixAnswer, MatrixCell } from '@/lib/interface';

/** A cell where it is drawn. */
export interface PlacedCell {
  /** Of its column and row from 0. */
  readonly column: number;
  readonly row: number;
  readonly cell: MatrixCell;
  /** Whether it stands under the technique that it belongs to. */
  readonly nested: boolean;
  /** How many sub-techniques are folded into it. */
  readonly folded: number;
}

/** The columns of a matrix, sub-techniques after what they belong to, or folded into it. */
export function matrixColumns(tactics: MatrixAnswer['tactics'], folded: boolean): PlacedCell[][] {
  return tactics.map(({ cells }, column) => {
    const above = new Set(cells.map(({ id }) => id));
    const isNested = ({ parent }: MatrixCell) => parent !== null && above.has(parent);
    return cells
      .filter((cell) => !(folded && isNested(cell)))
      .map((cell, row) => ({
        ...{ column, row, cell, nested: isNested(cell) },
        folded: folded ? cells.filter(({ parent }) => parent === cell.id).length : 0,
      }));
  });
}

const MOVES: Readonly<Record<string, readonly [columns: number, rows: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** Where a key leads from a cell; null for another key, and at an edge. A shorter column is entered at its end. */
export function moved(columns: readonly PlacedCell[][], from: PlacedCell, key: string): PlacedCell | null {
  const column = columns[from.column] ?? [];
  if (key === 'Home') return column[0] ?? null;
  if (key === 'End') return column.at(-1) ?? null;
  const move = MOVES[key];
  if (move === undefined) return null;
  const [across, down] = move;
  const next = columns[from.column + across];
  if (next === undefined) return null;
  if (across !== 0) return next[Math.min(from.row, next.length - 1)] ?? null;
  return from.row + down < 0 ? null : (next[from.row + down] ?? null);
}
