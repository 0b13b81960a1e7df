import type { TallyRow } from './tally';

/** The rows that have the same text at a place of their keys. */
export function rowsBy(rows: Iterable<TallyRow>, place: number): Map<string, TallyRow[]> {
  const groups = new Map<string, TallyRow[]>();
  for (const row of rows) {
    const name = row.key[place] ?? '';
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return groups;
}
