import { GroupIndex, type KeyNumbers } from './group-index';

/** So many keys, or twice as many as are expected, have a place each: a megabyte or less is worth not having to search. */
const PLACES_MIN = 2 ** 18;

/** Numbers keys below a bound, each of which has its place. */
class DenseIndex implements KeyNumbers {
  /** The number of each key plus one; 0 = not seen. */
  private readonly numbers: Int32Array;
  private readonly keys: Int32Array;
  private used = 0;

  constructor(bound: number) {
    this.numbers = new Int32Array(bound);
    this.keys = new Int32Array(bound);
  }

  get size(): number {
    return this.used;
  }

  numberOf(key: number): number {
    const known = (this.numbers[key] ?? 0) - 1;
    if (known !== -1) return known;
    const number = this.used;
    this.used += 1;
    this.keys[number] = key;
    this.numbers[key] = this.used;
    return number;
  }

  keyOf(number: number): number {
    return this.keys[number] ?? 0;
  }

  clear(): void {
    this.numbers.fill(0);
    this.used = 0;
  }
}

/** What numbers keys below `bound` fastest; `expected`: about how many different ones there will be, at most. */
export function keyNumbers(expected: number, bound: number): KeyNumbers {
  return bound <= Math.max(PLACES_MIN, expected * 2) ? new DenseIndex(bound) : new GroupIndex(expected);
}
