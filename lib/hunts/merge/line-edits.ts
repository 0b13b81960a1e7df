import { longestRise } from './longest-rise';

/** The lines from `from` up to `to` of a text are others in another text; where they are equal, lines come in between. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/**
 * What makes one text of another, a line at a time: lines that each has once are taken for the same if their order is (patience
 * diff), and so are equal lines next to those. It finds not always the fewest edits, but in n log n whatever the texts are.
 */
export function lineEdits(base: readonly string[], other: readonly string[]): Edit[] {
  const edits: Edit[] = [];
  let from = 0;
  let fromOther = 0;
  const until = (to: number, toOther: number) => {
    if (from < to || fromOther < toOther) edits.push({ from, to, lines: other.slice(fromOther, toOther) });
  };
  for (const run of sameRuns(base, other)) {
    until(run.base, run.other);
    from = run.base + run.length;
    fromOther = run.other + run.length;
  }
  until(base.length, other.length);
  return edits;
}

interface SameRun {
  readonly base: number;
  readonly other: number;
  readonly length: number;
}

/** Runs of equal lines, in order. */
function sameRuns(base: readonly string[], other: readonly string[]): SameRun[] {
  const runs: SameRun[] = [];
  let [at, atOther] = [0, 0];
  const take = (start: number, startOther: number) => {
    const length = equalFrom(base, start, other, startOther);
    if (length === 0) return;
    runs.push({ base: start, other: startOther, length });
    at = start + length;
    atOther = startOther + length;
  };
  take(0, 0);
  const tail = equalTail(base, at, other, atOther);
  for (const anchor of anchors(base.slice(0, base.length - tail), at, other.slice(0, other.length - tail), atOther)) {
    if (anchor.base < at || anchor.other < atOther) continue;
    let back = 0;
    while (
      anchor.base - back > at &&
      anchor.other - back > atOther &&
      base[anchor.base - back - 1] === other[anchor.other - back - 1]
    ) {
      back++;
    }
    take(anchor.base - back, anchor.other - back);
  }
  const end = Math.min(tail, base.length - at, other.length - atOther);
  if (end > 0) runs.push({ base: base.length - end, other: other.length - end, length: end });
  return runs;
}

function equalFrom(base: readonly string[], from: number, other: readonly string[], fromOther: number): number {
  let length = 0;
  while (from + length < base.length && fromOther + length < other.length) {
    if (base[from + length] !== other[fromOther + length]) break;
    length++;
  }
  return length;
}

function equalTail(base: readonly string[], from: number, other: readonly string[], fromOther: number): number {
  let length = 0;
  while (length < base.length - from && length < other.length - fromOther) {
    if (base.at(-1 - length) !== other.at(-1 - length)) break;
    length++;
  }
  return length;
}

/** Lines that both texts have once from there on, in the most that are in one order. */
function anchors(base: readonly string[], from: number, other: readonly string[], fromOther: number) {
  const placesOther = placesOfOnly(other, fromOther);
  const shared = [...placesOfOnly(base, from)].flatMap(([line, place]) => {
    const placeOther = placesOther.get(line);
    return placeOther === undefined ? [] : [{ base: place, other: placeOther }];
  });
  return longestRise(shared.map((anchor) => anchor.other)).flatMap((place) => shared[place] ?? []);
}

/** Where the lines are that are there once, in order. */
function placesOfOnly(lines: readonly string[], from: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const again = new Set<string>();
  for (let place = from; place < lines.length; place++) {
    const line = lines[place] ?? '';
    if (places.has(line)) again.add(line);
    else places.set(line, place);
  }
  for (const line of again) places.delete(line);
  return places;
}
