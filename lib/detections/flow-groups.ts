import { endAt, endClause, endKey, type FlowEnd } from './flow-ends';
import { queryOfAny } from './query-of';
import { DENIED_OUTCOME } from './tallies/flow-outcome';
import { INSIDE } from './tallies/inside-flows';
import type { TallyRow } from './tally';
import { type BucketRange, countWithin } from './tally-cells';

/** Rows of flows by one of their ends. */
export function byEnd(rows: Iterable<TallyRow>, place: number): Map<string, TallyRow[]> {
  const groups = new Map<string, TallyRow[]>();
  for (const row of rows) {
    const name = endKey(endAt(row, place));
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return groups;
}

/** How many of the flows within the cluster were denied, 0 to 1. */
export function deniedShare(rows: readonly TallyRow[], range: BucketRange): number {
  const denied = rows.filter((row) => row.key[INSIDE.outcome] === DENIED_OUTCOME);
  return countWithin(denied, range) / Math.max(1, countWithin(rows, range));
}

/** What a query says of flows to any of these ends. */
export function anyDestination(ends: readonly FlowEnd[]): string {
  return queryOfAny(ends.map((end) => endClause('dst', end)));
}

/** Things with times of which each that overlaps another, or follows it within so many buckets, is put together with it. */
export function overlapping<Thing extends BucketRange>(things: readonly Thing[], within: number): Thing[][] {
  const groups: Thing[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const thing of [...things].sort((a, b) => a.from - b.from)) {
    const last = groups.at(-1);
    if (last === undefined || thing.from > end + within) groups.push([thing]);
    else last.push(thing);
    end = Math.max(end, thing.to);
  }
  return groups;
}

/** From the first beginning to the last end. */
export function rangeOf(things: readonly BucketRange[]): BucketRange {
  return {
    from: Math.min(...things.map(({ from }) => from)),
    to: Math.max(...things.map(({ to }) => to)),
  };
}
