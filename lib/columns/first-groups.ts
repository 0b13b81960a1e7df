import type { GroupMeasures } from './group-table';

/** The first groups in the order of an amount: the sum of the numbers of a measured column, or null for their events. */
export interface FirstGroups {
  readonly measure: number | null;
  readonly descending: boolean;
  readonly count: number;
}

interface Amounts {
  readonly counts: Float64Array;
  readonly measures: readonly GroupMeasures[];
}

/**
 * Places of those of `size` groups that may be among the first: as many as are asked for, and all that have the same amount as the
 * last of them. A sum of no number comes last in either direction.
 */
export function firstGroups(groups: Amounts, size: number, { measure, descending, count }: FirstGroups): number[] {
  return largest(amountsOf(groups, size, measure), count, descending);
}

/** Likewise for amounts at hand, minus infinity for none. */
export function largest(amounts: Float64Array, count: number, descending: boolean): number[] {
  const ranked = descending ? amounts : amounts.map((one) => (one === Number.NEGATIVE_INFINITY ? one : -one));
  const least = nthLargest(ranked, count);
  const places: number[] = [];
  for (let place = 0; place < ranked.length; place += 1) if ((ranked[place] ?? 0) >= least) places.push(place);
  return places;
}

function amountsOf({ counts, measures }: Amounts, size: number, measure: number | null): Float64Array {
  if (measure === null) return counts.subarray(0, size);
  const measured = measures[measure];
  if (measured === undefined) throw new RangeError('groups cannot be ordered by what was not measured');
  const sums = measured.sums.slice(0, size);
  for (let group = 0; group < size; group += 1)
    if (measured.counts[group] === 0) sums[group] = Number.NEGATIVE_INFINITY;
  return sums;
}

/** Only what may be among the first is sorted. */
function nthLargest(amounts: Float64Array, count: number): number {
  const room = new Float64Array(count * 4 + 1024);
  let used = 0;
  let least = Number.NEGATIVE_INFINITY;
  const cut = () => {
    const sorted = room.subarray(0, used).sort().reverse();
    used = Math.min(used, count);
    least = used === count ? (sorted[count - 1] ?? least) : least;
  };
  for (const amount of amounts) {
    if (amount < least) continue;
    room[used] = amount;
    used += 1;
    if (used === room.length) cut();
  }
  cut();
  return least;
}
