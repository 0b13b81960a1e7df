import { same } from '../content';
import type { Three } from './merge';
import { mergeOrder } from './merge-order';

/**
 * Merges lists of things that have an id. What one took away is gone, unless the other changed it; what both have is merged by
 * `both`.
 */
export function mergeItems<Item>(
  lists: Three<readonly Item[]>,
  idOf: (item: Item) => string,
  both: (three: Three<Item>, id: string) => Item,
): Item[] {
  const byId = (items: readonly Item[] | undefined) => new Map((items ?? []).map((item) => [idOf(item), item]));
  const [base, mine, theirs] = [byId(lists.base), byId(lists.mine), byId(lists.theirs)];
  const merged = new Map<string, Item>();
  for (const id of new Set([...mine.keys(), ...theirs.keys()])) {
    const before = base.get(id);
    const [own, other] = [mine.get(id), theirs.get(id)];
    if (own !== undefined && other !== undefined) merged.set(id, both({ base: before, mine: own, theirs: other }, id));
    const alone = own ?? other;
    if (alone === undefined || (own !== undefined && other !== undefined)) continue;
    if (before === undefined || !same(before, alone)) merged.set(id, alone);
  }
  const order = mergeOrder([...base.keys()], [...mine.keys()], [...theirs.keys()], new Set(merged.keys()));
  return order.flatMap((id) => merged.get(id) ?? []);
}
