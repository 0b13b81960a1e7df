import type { Bits } from './bits';
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
  const below = Math.min(rows, bound);
  return { below: digestBetween(segment, bits, 0, below), others: digestBetween(segment, bits, below, rows) };
}

// The time of a digest goes into this loop: no calls but those of the mixing, no objects, empty words skipped.
function digestBetween(segment: number, bits: Bits | null, from: number, to: number): RowsDigest {
  // Two ways to mix a number that have nothing to do with each other, nor with those of other segments.
  const first = mix(segment * 2 + 1);
  const second = mix(segment * 2 + WORD);
  let [count, high, low] = [0, 0, 0];
  for (let n = from; n < to; n += 1) {
    if (bits !== null) {
      const word = bits[n >>> 5] ?? 0;
      if (word === 0) n |= 31;
      if ((word & (1 << (n & 31))) === 0) continue;
    }
    count += 1;
    low += mix((n ^ first) >>> 0) >>> 0;
    high += mix(((n + second) >>> 0) + WORD) >>> 0;
    if (low >= WORD) {
      low -= WORD;
      high += 1;
    }
    if (high >= WORD) high -= WORD;
  }
  return { count, high, low };
}

function hex(half: number): string {
  return half.toString(16).padStart(8, '0');
}
