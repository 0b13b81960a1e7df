const UNIT = 1 / 4_294_967_296;

/**
 * A seeded source of random numbers: xoshiro128** (Blackman and Vigna, public domain), of period 2^128 - 1, so that no
 * run of a benchmark meets the same stretch twice. The same seed gives the same numbers on every machine.
 */
export class Random {
  #a;
  #b;
  #c;
  #d;

  /** @param {string} seed any text */
  constructor(seed) {
    const state = [...spread(seed)];
    [this.#a, this.#b, this.#c, this.#d] = state;
  }

  /** 32 random bits, as a number from 0. */
  bits() {
    const result = Math.imul(rotate(Math.imul(this.#b, 5), 7), 9) >>> 0;
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = rotate(this.#d, 11);
    return result;
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit) {
    return Math.floor(this.bits() * UNIT * limit);
  }

  /** A whole number, small ones much more often: most sizes and durations are so. */
  small(limit) {
    const unit = this.bits() * UNIT;
    return Math.floor(unit * unit * unit * limit);
  }

  /** True with this probability. */
  chance(probability) {
    return this.bits() * UNIT < probability;
  }

  /** One of the list, all equally often. */
  of(list) {
    return list[this.below(list.length)];
  }

  /** So many hexadecimal digits. */
  hex(digits) {
    let text = '';
    while (text.length < digits) text += HEX[this.bits() & 0xffff];
    return text.slice(0, digits);
  }

  /** The letters that Kubernetes puts behind generated names. */
  suffix(length) {
    let text = '';
    while (text.length < length) text += SUFFIX[this.below(SUFFIX.length)];
    return text;
  }

  uuid() {
    return `${this.hex(8)}-${this.hex(4)}-4${this.hex(3)}-9${this.hex(3)}-${this.hex(12)}`;
  }
}

const SUFFIX = 'bcdfghjklmnpqrstvwxz2456789';
const HEX = Array.from({ length: 65_536 }, (_, value) => value.toString(16).padStart(4, '0'));

function rotate(value, bits) {
  return (value << bits) | (value >>> (32 - bits));
}

/** Four words of state out of a text, by the finaliser of MurmurHash3. */
function* spread(seed) {
  let hash = 0x9e3779b9;
  for (let index = 0; index < seed.length; index += 1) hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
  for (let word = 0; word < 4; word += 1) {
    hash = (hash + 0x9e3779b9) | 0;
    let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    yield (mixed ^ (mixed >>> 16)) | 1;
  }
}
