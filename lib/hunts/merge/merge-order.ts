import { longestRise } from './longest-rise';

/**
 * The order of what is kept of two lists that were made of one: theirs, with what I moved or added behind what I have it
 * behind. Each list names a thing once; `kept` names only things that are in mine or in theirs.
 */
export function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  kept: ReadonlySet<string>,
): string[] {
  const own = mine.filter((name) => kept.has(name));
  const inTheirs = new Set(theirs);
  const still = unmoved(base, own);
  const follows = new Set(own.filter((name) => !still.has(name) || !inTheirs.has(name)));
  const behind = new Map<string | null, string[]>();
  let anchor: string | null = null;
  for (const name of own) {
    if (follows.has(name)) behind.set(anchor, [...(behind.get(anchor) ?? []), name]);
    else anchor = name;
  }
  const placed = theirs.filter((name) => kept.has(name) && !follows.has(name));
  return [...(behind.get(null) ?? []), ...placed.flatMap((name) => [name, ...(behind.get(name) ?? [])])];
}

/** What is in the same order as before: as many as can be. */
function unmoved(base: readonly string[], own: readonly string[]): ReadonlySet<string> {
  const places = new Map(base.map((name, place) => [name, place]));
  const common = own.filter((name) => places.has(name));
  return new Set(longestRise(common.map((name) => places.get(name) ?? 0)).flatMap((place) => common[place] ?? []));
}

/** Names that either has, without those that one of the two took away. */
export function mergeNames(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const [before, own, other] = [new Set(base), new Set(mine), new Set(theirs)];
  const stays = (name: string) => (own.has(name) && other.has(name)) || !before.has(name);
  return mergeOrder([...before], [...own], [...other], new Set([...own, ...other].filter(stays)));
}
