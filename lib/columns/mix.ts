const WORD = 0x1_0000_0000;

/** Mixes all bits of a whole number below 2^53 into 32, signed (the multipliers are those of MurmurHash3's finalizer). */
export function mix(key: number): number {
  let mixed = (key >>> 0) ^ Math.imul((key / WORD) | 0, 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return mixed ^ (mixed >>> 16);
}

/** Which of so many classes a key belongs to: by the upper bits, because tables of keys look at the lower ones. */
export function classOf(key: number, classes: number): number {
  return Math.floor((mix(key) >>> 0) * (classes / WORD));
}
