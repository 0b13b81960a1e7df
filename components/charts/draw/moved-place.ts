/** The place of a mark among lines of marks. */
export interface Place {
  readonly line: number;
  readonly at: number;
}

type Lines = readonly (readonly (unknown | null)[])[];

/** The place after a key: arrows go to the next mark that way, over gaps; Home and End to the first and last. Null when it means nothing. */
export function movedPlace(lines: Lines, from: Place | null, key: string): Place | null {
  const all = lines.flatMap((line, index) => line.flatMap((mark, at) => (mark === null ? [] : [{ line: index, at }])));
  if (key === 'Home') return all[0] ?? null;
  if (key === 'End') return all.at(-1) ?? null;
  if (!ARROWS.has(key)) return null;
  if (from === null) return all[0] ?? null;
  const ahead = all.filter((place) => isAhead(place, from, key));
  return nearest(ahead, from) ?? from;
}

const ARROWS: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

function isAhead(place: Place, from: Place, key: string): boolean {
  if (key === 'ArrowDown') return place.line > from.line;
  if (key === 'ArrowUp') return place.line < from.line;
  return place.line === from.line && (key === 'ArrowRight' ? place.at > from.at : place.at < from.at);
}

function nearest(places: readonly Place[], from: Place): Place | null {
  const distance = ({ line, at }: Place) => Math.abs(line - from.line) * 10_000 + Math.abs(at - from.at);
  return places.reduce<Place | null>(
    (best, place) => (best === null || distance(place) < distance(best) ? place : best),
    null,
  );
}
