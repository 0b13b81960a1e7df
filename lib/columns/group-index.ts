/** Numbers the different keys that it is shown, from 0 on. A map of the language takes ten times as long for as many. */
export class GroupIndex {
  private slots = new Int32Array(1024).fill(-1);
  private keys = new Float64Array(512);
  private used = 0;

  /** How many different keys there were. */
  get size(): number {
    return this.used;
  }

  /** The number of a key: any whole number from 0 to 2^53. */
  numberOf(key: number): number {
    const mask = this.slots.length - 1;
    let slot = hash(key) & mask;
    for (;;) {
      const number = this.slots[slot] ?? -1;
      if (number === -1) return this.add(key, slot);
      if (this.keys[number] === key) return number;
      slot = (slot + 1) & mask;
    }
  }

  private add(key: number, slot: number): number {
    const number = this.used;
    if (number === this.keys.length) this.grow();
    this.keys[number] = key;
    this.used += 1;
    if (number < this.slots.length / 2) this.slots[slot] = number;
    else this.spread();
    return number;
  }

  private grow(): void {
    const wider = new Float64Array(this.keys.length * 2);
    wider.set(this.keys);
    this.keys = wider;
  }

  /** Makes twice the room, so that at least half of the slots stay free. */
  private spread(): void {
    const slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let number = 0; number < this.used; number += 1) {
      let slot = hash(this.keys[number] ?? 0) & mask;
      while (slots[slot] !== -1) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
    this.slots = slots;
  }
}

/** Mixes all bits of a number into 32 (the multipliers are those of MurmurHash3's finalizer). */
function hash(key: number): number {
  let mixed = (key >>> 0) ^ Math.imul((key / 0x1_0000_0000) | 0, 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return mixed ^ (mixed >>> 16);
}
