/** One bit for each event of a segment, the first in the lowest place; bits behind the last event are never set. */
export type Bits = Uint32Array;

export function bitWords(rows: number): number {
  return (rows + 31) >>> 5;
}

/** No event; in memory that worker threads can share. */
export function makeBits(rows: number): Bits {
  return new Uint32Array(new SharedArrayBuffer(bitWords(rows) * 4));
}

/** All events. */
export function allBits(rows: number): Bits {
  const bits = makeBits(rows).fill(0xffff_ffff);
  const rest = rows & 31;
  if (rest !== 0) bits[bits.length - 1] = 0xffff_ffff >>> (32 - rest);
  return bits;
}

export function hasBit(bits: Bits, row: number): boolean {
  return ((bits[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;
}

export function setBit(bits: Bits, row: number): void {
  bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31));
}

export function countBits(bits: Bits): number {
  let count = 0;
  for (let index = 0; index < bits.length; index += 1) count += onesIn(bits[index] ?? 0);
  return count;
}

/** Counts the ones of a word (Hacker's Delight, section 5-1). */
export function onesIn(word: number): number {
  let ones = word - ((word >>> 1) & 0x5555_5555);
  ones = (ones & 0x3333_3333) + ((ones >>> 2) & 0x3333_3333);
  return (((ones + (ones >>> 4)) & 0x0f0f_0f0f) * 0x0101_0101) >>> 24;
}

/** Calls for each set bit, in order. */
export function eachBit(bits: Bits, visit: (row: number) => void): void {
  for (let index = 0; index < bits.length; index += 1) {
    let word = bits[index] ?? 0;
    while (word !== 0) {
      const lowest = word & -word;
      visit((index << 5) + (31 - Math.clz32(lowest)));
      word ^= lowest;
    }
  }
}
