import type { MatrixAnswer, MatrixCell } from '@/lib/interface';
import { SHOWN_STATES, type ShownState, shownState } from './shown-state';

/** What a matrix says as a whole, of distinct techniques. */
export interface MatrixSummary {
  readonly techniques: number;
  readonly counts: Readonly<Record<ShownState, number>>;
  /** Each thing that the data lacks, and how many techniques could not be seen for it; the one that hides most first. */
  readonly lacks: readonly Lack[];
  /** Techniques of which a part may stay hidden. */
  readonly inPart: number;
  /** What hides it. */
  readonly partLacks: readonly Lack[];
}

/** Something that the data lacks, and of how many techniques it hides something. */
export interface Lack {
  readonly sentence: string;
  readonly techniques: number;
}

export function matrixSummary(tactics: MatrixAnswer['tactics']): MatrixSummary {
  const cells = [...distinctCells(tactics).values()];
  const inPart = cells.filter(({ partly }) => partly);
  const countOf = (state: ShownState) => cells.filter((cell) => shownState(cell) === state).length;
  return {
    techniques: cells.length,
    counts: countsBy(countOf),
    lacks: lacksOf(cells.filter(({ state }) => state === 'blind').map(({ missing }) => missing)),
    inPart: inPart.length,
    partLacks: lacksOf(inPart.map(hiddenBy)),
  };
}

/** What keeps those that look for it from seeing all. */
function hiddenBy({ watchers }: MatrixCell): string[] {
  const on = watchers.filter((watcher) => watcher.on);
  return [...new Set(on.flatMap(({ missing, limits }) => [...missing, ...limits]))];
}

/** Sentences with the number of lists that have them; the one that hides most first. */
function lacksOf(lists: readonly (readonly string[])[]): Lack[] {
  const lacks = new Map<string, number>();
  for (const sentence of lists.flat()) lacks.set(sentence, (lacks.get(sentence) ?? 0) + 1);
  return [...lacks]
    .map(([sentence, techniques]) => ({ sentence, techniques }))
    .sort((a, b) => b.techniques - a.techniques || a.sentence.localeCompare(b.sentence));
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
