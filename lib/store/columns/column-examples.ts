import { rowsWithCodes } from '@/lib/columns';
import type { EventRow } from '../event-rows';
import { readPlaces } from './column-page';
import type { FoundEvents } from './found-events';
import { loadColumns } from './key-columns';

/** For each value of a column one of the found events that has it; null when a segment does not keep the column. */
export async function columnExamples(
  found: FoundEvents,
  column: string,
  values: readonly string[],
): Promise<EventRow[] | null> {
  const [loaded] = (await loadColumns(found, [column])) ?? [];
  if (loaded === undefined) return null;
  const { all, dictionaries, codes } = loaded;
  const open = new Set(values.map((value) => all.numberOf(value)));
  const places: { segment: number; n: number; value: null }[] = [];
  for (const [index, { segment, bits }] of found.rows.entries()) {
    const numbers = dictionaries[index]?.numbers ?? [];
    const wanted = new Set<number>();
    for (let at = 0; at < numbers.length; at += 1) if (open.has(numbers[at] ?? -1)) wanted.add(at + 1);
    const own = codes[index];
    if (own === undefined || wanted.size === 0) continue;
    for (const [code, n] of rowsWithCodes(own, bits, wanted)) {
      open.delete(numbers[code - 1] ?? -1);
      places.push({ segment: segment.id, n, value: null });
    }
  }
  return readPlaces(found.reader, places, () => null);
}
