import type { Tallied, TallyRow } from './tally';

/** What is kept of all segments together: a key takes half a kilobyte, and there are dozens of tallies. */
const ROWS_MAX = 200_000;

/** What was counted of several segments, as if they were one. */
export function mergeTallied(parts: Iterable<Tallied>): Tallied {
  const byKey = new Map<string, TallyRow[]>();
  let leftOut = 0;
  for (const part of parts) {
    leftOut += part.leftOut;
    for (const row of part.rows) {
      const name = JSON.stringify(row.key);
      const same = byKey.get(name);
      if (same === undefined) byKey.set(name, [row]);
      else same.push(row);
    }
  }
  const rows = [...byKey.values()].map(mergeRows);
  return rows.length <= ROWS_MAX ? { rows, leftOut } : commonest(rows, leftOut);
}

/** More keys than a history has room for: those with the most events stay. */
function commonest(rows: readonly TallyRow[], leftOut: number): Tallied {
  const counted = rows.map((row) => ({ row, count: row.counts.reduce((sum, count) => sum + count, 0) }));
  counted.sort((a, b) => b.count - a.count);
  return {
    rows: counted.slice(0, ROWS_MAX).map(({ row }) => row),
    leftOut: counted.slice(ROWS_MAX).reduce((sum, { count }) => sum + count, leftOut),
  };
}

/** Rows of one key, or of keys that are to be one, which is then the first one's. */
export function mergeRows(rows: readonly TallyRow[]): TallyRow {
  const [only, ...others] = rows;
  if (only === undefined) throw new RangeError('no rows to merge');
  if (others.length === 0) return only;
  const ordered = [...rows].sort((a, b) => (a.buckets[0] ?? 0) - (b.buckets[0] ?? 0));
  const { buckets, counts, sums } = ordered.every((row, place) => isBehind(row, ordered[place - 1]))
    ? joined(ordered)
    : interleaved(ordered);
  return {
    key: only.key,
    buckets,
    counts,
    sums,
    first: rows.reduce((first, row) => Math.min(first, row.first), only.first),
    last: rows.reduce((last, row) => Math.max(last, row.last), only.last),
  };
}

type Cells = Pick<TallyRow, 'buckets' | 'counts' | 'sums'>;

function isBehind(row: TallyRow, before: TallyRow | undefined): boolean {
  return before === undefined || (before.buckets.at(-1) ?? 0) < (row.buckets[0] ?? 0);
}

function joined(rows: readonly TallyRow[]): Cells {
  const length = rows.reduce((sum, row) => sum + row.buckets.length, 0);
  const buckets = new Uint32Array(length);
  const counts = new Uint32Array(length);
  const sums = new Float64Array(rows.some((row) => row.sums.length > 0) ? length : 0);
  let at = 0;
  for (const row of rows) {
    buckets.set(row.buckets, at);
    counts.set(row.counts, at);
    if (sums.length > 0) sums.set(row.sums, at);
    at += row.buckets.length;
  }
  return { buckets, counts, sums };
}

function interleaved(rows: readonly TallyRow[]): Cells {
  const all = joined(rows);
  const order = Array.from(all.buckets.keys()).sort((a, b) => (all.buckets[a] ?? 0) - (all.buckets[b] ?? 0));
  const buckets = new Uint32Array(order.length);
  const counts = new Uint32Array(order.length);
  const sums = new Float64Array(all.sums.length);
  let used = 0;
  for (const from of order) {
    const bucket = all.buckets[from] ?? 0;
    if (used === 0 || buckets[used - 1] !== bucket) {
      buckets[used] = bucket;
      used += 1;
    }
    counts[used - 1] = (counts[used - 1] ?? 0) + (all.counts[from] ?? 0);
    if (sums.length > 0) sums[used - 1] = (sums[used - 1] ?? 0) + (all.sums[from] ?? 0);
  }
  return {
    buckets: buckets.slice(0, used),
    counts: counts.slice(0, used),
    sums: sums.length > 0 ? sums.slice(0, used) : sums,
  };
}
