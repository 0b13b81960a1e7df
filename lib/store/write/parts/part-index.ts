const TUPLES_FIRST = 512;
/** Combinations that one group keeps in mind. */
const TUPLES_MAX = 2 ** 17;
/** How many combinations are looked at before it is judged whether they repeat … */
const PERIOD = 8192;
/** … and how many of them may be new. */
const NEW_MAX = PERIOD * 0.75;

/**
 * Knows which combinations of a group's values were met before, and the part under which each is stored. A table of our own: one
 * look at each combination, however many values it has.
 */
export class PartIndex {
  /** The combination to ask about: the caller fills it in. */
  readonly tuple: Int32Array;
  /** The number of a combination plus one; 0 = free. */
  private slots = new Int32Array(TUPLES_FIRST * 2);
  private tuples: Int32Array;
  /** By number: the part; 0 = met once. */
  private parts = new Int32Array(TUPLES_FIRST);
  private used = 0;
  private looked = 0;
  private fresh = 0;

  constructor(width: number) {
    this.tuple = new Int32Array(width);
    this.tuples = new Int32Array(width * TUPLES_FIRST);
  }

  /** The part of `tuple`; 0 when it is met for the first time, or cannot be kept in mind; else what `makePart` numbers. */
  part(makePart: () => number): number {
    this.looked += 1;
    const { slots, tuple } = this;
    const mask = slots.length - 1;
    let slot = hash(tuple, 0, tuple.length) & mask;
    for (;;) {
      const number = (slots[slot] ?? 0) - 1;
      if (number === -1) {
        this.fresh += 1;
        if (this.used < TUPLES_MAX) this.add(slot);
        return 0;
      }
      if (this.isAt(number)) return this.parts[number] || this.store(number, makePart());
      slot = (slot + 1) & mask;
    }
  }

  /** Whether, of the last period, most combinations were new. True once for a period. */
  get scattered(): boolean {
    if (this.looked < PERIOD) return false;
    const { fresh } = this;
    this.looked = 0;
    this.fresh = 0;
    return fresh > NEW_MAX;
  }

  /** The highest number that stands at a place of any combination. */
  highest(place: number): number {
    let highest = this.tuple[place] ?? 0;
    for (let at = place; at < this.used * this.tuple.length; at += this.tuple.length)
      highest = Math.max(highest, this.tuples[at] ?? 0);
    return highest;
  }

  private store(number: number, part: number): number {
    this.parts[number] = part;
    return part;
  }

  private isAt(number: number): boolean {
    const { tuple, tuples } = this;
    const from = number * tuple.length;
    for (let place = 0; place < tuple.length; place += 1) if (tuples[from + place] !== tuple[place]) return false;
    return true;
  }

  private add(slot: number): void {
    const number = this.used;
    this.used += 1;
    if (number === this.parts.length) this.grow();
    this.tuples.set(this.tuple, number * this.tuple.length);
    // Half of the slots stay free.
    if (this.used * 2 <= this.slots.length) this.slots[slot] = number + 1;
    else this.spread();
  }

  private grow(): void {
    const parts = new Int32Array(this.parts.length * 2);
    const tuples = new Int32Array(this.tuples.length * 2);
    parts.set(this.parts);
    tuples.set(this.tuples);
    this.parts = parts;
    this.tuples = tuples;
  }

  private spread(): void {
    const { length } = this.tuple;
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.used; number += 1) {
      let slot = hash(this.tuples, number * length, (number + 1) * length) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.slots = slots;
  }
}

/** Mixes whole numbers into one (the multipliers are those of MurmurHash3's finalizer). */
function hash(values: Int32Array, from: number, to: number): number {
  let mixed = 0;
  for (let place = from; place < to; place += 1) {
    mixed = Math.imul(mixed ^ (values[place] ?? 0), 0x85eb_ca6b);
    mixed ^= mixed >>> 15;
  }
  mixed = Math.imul(mixed, 0xc2b2_ae35);
  return mixed ^ (mixed >>> 16);
}
