import { type Bits, eachBit } from './bits';
import { mix } from './mix';

/**
 * What tells a set of events from others: how many there are, and a sum over them of 64 bits, in two halves from 0 to 2^32 - 1.
 * Sums of disjoint sets add up to that of both, so neither order nor how they are split matters. It shows a change; it is
 * no protection against somebody who wants another set to look the same.
 */
export interface RowsDigest {
  readonly count: number;
  readonly high: number;
  readonly low: number;
}

export const NO_ROWS: RowsDigest = { count: 0, high: 0, low: 0 };

const WORD = 0x1_0000_0000;

export function addDigests(one: RowsDigest, other: RowsDigest): RowsDigest {
  const low = one.low + other.low;
  const carry = low >= WORD ? 1 : 0;
  return {
    count: one.count + other.count,
    high: (one.high + other.high + carry) % WORD,
    low: low % WORD,
  };
}

/** The 64 bits of a digest as 16 digits. */
export function digestHex({ high, low }: Pick<RowsDigest, 'high' | 'low'>): string {
  return `${hex(high)}${hex(low)}`;
}

/** Events of a segment, those with a number below a bound apart from the others. Null stands for all `rows` events. */
export function digestRows(
  segment: number,
  rows: number,
  bits: Bits | null,
  bound: number,
): { readonly below: RowsDigest; readonly others: RowsDigest } {
  const digester = new Digester(segment);
  const below = digester.start();
  const others = digester.start();
  const visit = (n: number) => digester.add(n < bound ? below : others, n);
  if (bits === null) for (let n = 0; n < rows; n += 1) visit(n);
  else eachBit(bits, visit);
  return { below, others };
}

interface Sum {
  count: number;
  high: number;
  low: number;
}

class Digester {
  /** Two ways to mix a number that have nothing to do with each other, nor with those of other segments. */
  private readonly first: number;
  private readonly second: number;

  constructor(segment: number) {
    this.first = mix(segment * 2 + 1);
    this.second = mix(segment * 2 + WORD);
  }

  start(): Sum {
    return { count: 0, high: 0, low: 0 };
  }

  add(sum: Sum, n: number): void {
    sum.count += 1;
    sum.low += mix((n ^ this.first) >>> 0) >>> 0;
    sum.high += mix(((n + this.second) >>> 0) + WORD) >>> 0;
    if (sum.low >= WORD) {
      sum.low -= WORD;
      sum.high += 1;
    }
    if (sum.high >= WORD) sum.high -= WORD;
  }
}

function hex(half: number): string {
  return half.toString(16).padStart(8, '0');
}
