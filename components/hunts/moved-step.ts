/** The list with the item of an id moved to another place; as it is where it is there already, or gone. */
export function movedStep<Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string,
  place: number,
): Item[] {
  const here = items.findIndex((item) => item.id === id);
  const moved = items[here];
  const target = Math.max(0, Math.min(items.length - 1, place));
  if (moved === undefined || target === here) return [...items];
  return items.toSpliced(here, 1).toSpliced(target, 0, moved);
}

/**
 * The place that a step would have if it were let go at `y`, of the middles of all steps in their order, from the top. Its own
 * middle is among them.
 */
export function placeAt(middles: readonly number[], own: number, y: number): number {
  return middles.filter((middle, index) => index !== own && middle < y).length;
}
