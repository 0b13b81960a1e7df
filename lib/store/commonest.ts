import { compareCodePoints } from '@/lib/query';

/** A value as text and how many events have it. */
export interface CountedText {
  readonly text: string;
  readonly count: number;
}

/** The `limit` commonest of many, those of the same count in the order of their code points, and how many there are. */
export function commonest(all: Iterable<CountedText>, limit: number): { distinct: number; values: CountedText[] } {
  const values: CountedText[] = [];
  let distinct = 0;
  for (const one of all) {
    distinct += 1;
    const last = values.at(-1);
    if (values.length >= limit && (last === undefined || compare(one, last) > 0)) continue;
    values.splice(placeOf(one, values), 0, one);
    if (values.length > limit) values.pop();
  }
  return { distinct, values };
}

function placeOf(one: CountedText, sorted: readonly CountedText[]): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = sorted[middle];
    if (other !== undefined && compare(other, one) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compare(one: CountedText, other: CountedText): number {
  return other.count - one.count || compareCodePoints(one.text, other.text);
}
