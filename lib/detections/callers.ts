import { isAddressText } from './addresses';
import { endAt, endKey } from './flow-ends';
import type { TallyRow } from './tally';

/**
 * How many different ends rows have whose parts of the key begin at a place; one log may name the pods, and another the addresses
 * of the same.
 */
export function callersOf(rows: readonly TallyRow[], place: number): number {
  const names = new Set(rows.map((row) => endKey(endAt(row, place))));
  const addresses = [...names].filter((name) => isAddressText(name.slice(name.indexOf('/') + 1))).length;
  return Math.max(addresses, names.size - addresses);
}
