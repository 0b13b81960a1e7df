/**
 * How many letters must be added, left out, changed or swapped with a neighbour to make one text of another, in any case
 * (optimal string alignment). Stops at `most`: more is `Infinity`. Time is the product of the lengths, so give short texts.
 */
export function editDistance(one: string, other: string, most: number): number {
  const [from, to] = [[...one.toLowerCase()], [...other.toLowerCase()]];
  if (Math.abs(from.length - to.length) > most) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 1; line <= from.length; line++) {
    const next = [line];
    for (let column = 1; column <= to.length; column++) {
      const same = from[line - 1] === to[column - 1] ? 0 : 1;
      const swapped = line > 1 && column > 1 && from[line - 1] === to[column - 2] && from[line - 2] === to[column - 1];
      next[column] = Math.min(
        at(row, column) + 1,
        at(next, column - 1) + 1,
        at(row, column - 1) + same,
        swapped ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    if (Math.min(...next) > most) return Number.POSITIVE_INFINITY;
    [before, row] = [row, next];
  }
  const distance = at(row, to.length);
  return distance <= most ? distance : Number.POSITIVE_INFINITY;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

const LENGTH_MAX = 100;

/** Those of the texts that a person most likely meant: a few letters away, or with the wanted text in them; nearest first. */
export function nearestTexts<T>(wanted: string, items: readonly T[], textOf: (item: T) => string, most: number): T[] {
  if (wanted.length === 0 || wanted.length > LENGTH_MAX) return [];
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  const folded = wanted.toLowerCase();
  const scored = items.flatMap((item, order) => {
    const text = textOf(item);
    if (text.length > LENGTH_MAX) return [];
    const distance = editDistance(wanted, text, allowed);
    const within = folded.length > 2 && text.toLowerCase().includes(folded) ? allowed + 1 : Number.POSITIVE_INFINITY;
    const score = Math.min(distance, within);
    return score === 0 || score === Number.POSITIVE_INFINITY ? [] : [{ item, order, score }];
  });
  scored.sort((one, other) => one.score - other.score || one.order - other.order);
  return scored.slice(0, most).map(({ item }) => item);
}
