import { mix } from './mix';

/** Numbers the different keys that it is shown, from 0 on. */
export interface KeyNumbers {
  /** How many different keys there were. */
  readonly size: number;
  /** The number of a key: any whole number from 0 to 2^53. */
  numberOf(key: number): number;
  keyOf(number: number): number;
  /** Forgets all keys and keeps the memory. */
  clear(): void;
}

/** A table of keys. A map of the language takes ten times as long for as many. */
export class GroupIndex implements KeyNumbers {
  /** The number of a key plus one; 0 = free. */
  private slots: Int32Array;
  private keys: Float64Array;
  private used = 0;

  /** `expected`: about how many different keys there will be, at most. */
  constructor(expected = 512) {
    const room = 2 ** Math.ceil(Math.log2(Math.max(expected, 512)));
    this.slots = new Int32Array(room * 2);
    this.keys = new Float64Array(room);
  }

  get size(): number {
    return this.used;
  }

  numberOf(key: number): number {
    const { slots, keys } = this;
    const mask = slots.length - 1;
    let slot = mix(key) & mask;
    for (;;) {
      const number = (slots[slot] ?? 0) - 1;
      if (number === -1) return this.add(key, slot);
      if (keys[number] === key) return number;
      slot = (slot + 1) & mask;
    }
  }

  keyOf(number: number): number {
    return this.keys[number] ?? 0;
  }

  clear(): void {
    this.slots.fill(0);
    this.used = 0;
  }

  private add(key: number, slot: number): number {
    const number = this.used;
    this.used += 1;
    if (number === this.keys.length) this.grow();
    this.keys[number] = key;
    // Half of the slots stay free.
    if (number * 2 < this.slots.length) this.slots[slot] = number + 1;
    else this.spread();
    return number;
  }

  private grow(): void {
    const wider = new Float64Array(this.keys.length * 2);
    wider.set(this.keys);
    this.keys = wider;
  }

  private spread(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.used; number += 1) {
      let slot = mix(this.keys[number] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.slots = slots;
  }
}
