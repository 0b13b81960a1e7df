import { mergeRows } from './merge-tallied';
import type { TallyRow } from './tally';

/** One row for all that have the same name; its key is the first one's. */
export function mergedBy(rows: Iterable<TallyRow>, nameOf: (key: readonly string[]) => string): TallyRow[] {
  const groups = new Map<string, TallyRow[]>();
  for (const row of rows) {
    const name = nameOf(row.key);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return [...groups.values()].map(mergeRows);
}
