const UNIT = 1 / 4_294_967_296;
const HEX = '0123456789abcdef';
/** The letters that Kubernetes puts behind generated names (k8s.io/apimachinery, pkg/util/rand). */
const SUFFIX = 'bcdfghjklmnpqrstvwxz2456789';

/**
 * A seeded source of random numbers: xorshift128 (Marsaglia, "Xorshift RNGs", 2003). The same text gives the same numbers on
 * every machine.
 */
export class Random {
  private x: number;
  private y: number;
  private z: number;
  private w: number;

  constructor(seed: string) {
    let hash = 0x811c9dc5;
    const word = (salt: number) => {
      hash = Math.imul(hash ^ salt, 0x01000193);
      for (let index = 0; index < seed.length; index += 1) hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
      return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) | 1;
    };
    [this.x, this.y, this.z, this.w] = [word(1), word(2), word(3), word(4)];
    // The first numbers still show the seed.
    for (let turn = 0; turn < 12; turn += 1) this.bits();
  }

  /** At least 0, less than 1. */
  unit(): number {
    return this.bits() * UNIT;
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    return Math.floor(this.unit() * limit);
  }

  /** A whole number from `low` to `high`, both possible. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** The same, small ones much more often: most sizes and durations are so. */
  mostlySmall(low: number, high: number): number {
    return low + Math.floor(this.unit() ** 3 * (high - low + 1));
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** A whole number whose mean is `mean`. */
  about(mean: number): number {
    return Math.floor(mean) + (this.chance(mean % 1) ? 1 : 0);
  }

  /** One of the list, all equally often. */
  of<Element>(list: readonly Element[]): Element {
    const element = list[this.below(list.length)];
    if (element === undefined) throw new RangeError('nothing to choose from');
    return element;
  }

  /** The list in another order. */
  shuffled<Element>(list: readonly Element[]): Element[] {
    return list
      .map((element) => ({ element, place: this.unit() }))
      .sort((one, other) => one.place - other.place)
      .map(({ element }) => element);
  }

  /** So many hexadecimal digits. */
  hex(digits: number): string {
    return this.text(HEX, digits);
  }

  suffix(length: number): string {
    return this.text(SUFFIX, length);
  }

  uuid(): string {
    return `${this.hex(8)}-${this.hex(4)}-4${this.hex(3)}-9${this.hex(3)}-${this.hex(12)}`;
  }

  /** A port that a client chooses by itself. */
  clientPort(): number {
    return this.between(32_768, 60_999);
  }

  text(letters: string, length: number): string {
    let text = '';
    while (text.length < length) text += letters.charAt(this.below(letters.length));
    return text;
  }

  private bits(): number {
    const mixed = this.x ^ (this.x << 11);
    this.x = this.y;
    this.y = this.z;
    this.z = this.w;
    this.w = this.w ^ (this.w >>> 19) ^ mixed ^ (mixed >>> 8);
    return this.w >>> 0;
  }
}
