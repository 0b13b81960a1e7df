import type { TallyRow } from './tally';

/** Records of one connection follow each other; what comes so many seconds after the last is another. */
const PAUSE_SECONDS = 5;

/** The beginnings of connections, in seconds since 1970, and the bytes of each. */
export interface Contacts {
  readonly seconds: readonly number[];
  readonly sizes: readonly number[];
}

/** When somebody was called, of a row whose buckets are seconds: a connection can have several records. */
export function contactsOf(row: TallyRow): Contacts {
  const seconds: number[] = [];
  const sizes: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const [place, second] of row.buckets.entries()) {
    const size = row.sums[place] ?? 0;
    if (second - last > PAUSE_SECONDS) {
      seconds.push(second);
      sizes.push(size);
    } else sizes.push((sizes.pop() ?? 0) + size);
    last = second;
  }
  return { seconds, sizes };
}

/** Those from `from` to before `to`. */
export function contactsWithin({ seconds, sizes }: Contacts, from: number, to: number): Contacts {
  const first = seconds.findIndex((second) => second >= from);
  if (first === -1) return { seconds: [], sizes: [] };
  const end = seconds.findIndex((second) => second >= to);
  const until = end === -1 ? seconds.length : end;
  return { seconds: seconds.slice(first, until), sizes: sizes.slice(first, until) };
}
