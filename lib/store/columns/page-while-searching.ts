import { TooSlow } from '@/lib/errors';
import type { EventCursor, EventOrder } from '../event-order';
import type { KeyedRow } from '../matching';
import { STATEMENT_TIMEOUT_MS } from '../read-only';
import { readPlaces, sortedPlaces } from './column-page';
import { timeOrder } from './page-order';
import type { ScopeSearch } from './scope-search';
import type { SelectTools } from './select-columns';

/** Units that are searched before the first look whether the page is full; each time twice as many. */
const UNITS_FIRST = 16;

/**
 * A page by time of a question whose originals are not all searched: they are searched in the order of the page until it is
 * full of events that nothing unsearched can come before. Null when all must be searched. Exactly the page of the full search.
 */
export async function pageWhileSearching(
  tools: SelectTools,
  search: ScopeSearch,
  order: EventOrder,
  cursor: EventCursor | null,
  limit: number,
): Promise<KeyedRow[] | null> {
  const { originals } = search;
  const { descending } = order;
  const byTime = timeOrder(tools.engine.cache, descending);
  // Behind the events with a time: by then all was searched.
  if (cursor !== null && cursor.key === null) return null;
  const deadline = Date.now() + STATEMENT_TIMEOUT_MS;
  originals.sort(descending);
  for (let units = UNITS_FIRST; !originals.isDone; units *= 2) {
    if (Date.now() > deadline) throw new TooSlow(tooSlow(originals.progress));
    // Before anything else: what others have searched may be enough.
    const rows = await search.certain(descending);
    const places = await sortedPlaces({ ...tools, rows }, byTime, cursor, limit);
    if (places.length >= limit) return readPlaces(tools.reader, places, order.keyOf);
    await originals.step(units);
  }
  return null;
}

function tooSlow({ searched, blocks }: { readonly searched: number; readonly blocks: number }): string {
  return `the first events are not found yet: ${searched} of ${blocks} blocks were searched, and asking again goes on from there; narrow the time range, the source or the text`;
}
