import type { MatrixAnswer, MatrixCell } from '@/lib/interface';
import { SHOWN_STATES, type ShownState, shownState } from './shown-state';

/** What a matrix says as a whole, of distinct techniques. */
export interface MatrixSummary {
  readonly techniques: number;
  readonly counts: Readonly<Record<ShownState, number>>;
  /** Each thing that the data lacks, and how many techniques could not be seen for it; the one that hides most first. */
  readonly lacks: readonly { readonly sentence: string; readonly techniques: number }[];
}

export function matrixSummary(tactics: MatrixAnswer['tactics']): MatrixSummary {
  const cells = [...distinctCells(tactics).values()];
  const lacks = new Map<string, number>();
  for (const { state, missing } of cells) {
    if (state !== 'blind') continue;
    for (const sentence of missing) lacks.set(sentence, (lacks.get(sentence) ?? 0) + 1);
  }
  const countOf = (state: ShownState) => cells.filter((cell) => shownState(cell) === state).length;
  return {
    techniques: cells.length,
    counts: countsBy(countOf),
    lacks: [...lacks]
      .map(([sentence, techniques]) => ({ sentence, techniques }))
      .sort((a, b) => b.techniques - a.techniques || a.sentence.localeCompare(b.sentence)),
  };
}

/** The cells by their ids: a technique that serves several tactics stands under each of them. */
export function distinctCells(tactics: MatrixAnswer['tactics']): ReadonlyMap<string, MatrixCell> {
  return new Map(tactics.flatMap(({ cells }) => cells.map((cell) => [cell.id, cell])));
}

function countsBy(countOf: (state: ShownState) => number): Record<ShownState, number> {
  const [found, watched, blind, off, unwatched, unseen] = SHOWN_STATES;
  return {
    [found]: countOf(found),
    [watched]: countOf(watched),
    [blind]: countOf(blind),
    [off]: countOf(off),
    [unwatched]: countOf(unwatched),
    [unseen]: countOf(unseen),
  };
}
