import type { QueryAnswer } from '@/lib/interface';

/** A row of a map: who sends to whom. */
export interface Pair {
  readonly row: QueryAnswer['rows'][number];
  readonly name: string;
  readonly figures: readonly number[];
  readonly isNew: boolean;
  readonly isDenied: boolean;
  readonly ends: readonly [string, string];
}

/** By the first figure of which there is any: flows that say no bytes are counted. */
export function weighed(pairs: readonly Pair[]) {
  const found = pairs[0]?.figures.findIndex((_, place) => pairs.some(({ figures }) => (figures[place] ?? 0) > 0)) ?? 0;
  const place = Math.max(0, found);
  return Object.assign((pair: Pair) => pair.figures[place] ?? 0, { place });
}

/** The first pairs, as long as there is room for their nodes. */
export function take(
  sorted: readonly Pair[],
  { edgesMax, nodesMax }: { readonly edgesMax: number; readonly nodesMax: number },
): Pair[] {
  const nodes = new Set<string>();
  const taken: Pair[] = [];
  for (const pair of sorted) {
    const wider = new Set([...nodes, ...pair.ends]);
    if (taken.length === edgesMax || wider.size > nodesMax) continue;
    for (const end of pair.ends) nodes.add(end);
    taken.push(pair);
  }
  return taken;
}
