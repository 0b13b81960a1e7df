import type { Instruction } from './program';

const ASCII = 128;
const CODES = 0x11_0000;
/** Where word characters and the newline begin and end: `\b` and the ends of lines look at them. */
const PLACE_BOUNDS = [0x0a, 0x0b, 0x30, 0x3a, 0x41, 0x5b, 0x5f, 0x60, 0x61, 0x7b];

/** Characters between which a program does not tell apart are one class, so that a table of its states stays small. */
export class CharacterClasses {
  /** Where each class begins, in order of codes. A set of characters may be several classes. */
  private readonly starts: Uint32Array;
  private readonly ascii = new Uint32Array(ASCII);
  /** How many there are; the number itself stands for the end of the text. */
  readonly count: number;

  constructor(program: readonly Instruction[]) {
    const bounds = new Set([0, ...PLACE_BOUNDS]);
    for (const instruction of program) {
      if (instruction.kind !== 'set') continue;
      for (const [low, high] of instruction.ranges) bounds.add(low).add(high + 1);
    }
    this.starts = Uint32Array.from([...bounds].filter((bound) => bound < CODES)).sort();
    this.count = this.starts.length;
    for (let code = 0; code < ASCII; code += 1) this.ascii[code] = this.find(code);
  }

  of(code: number): number {
    return code < ASCII ? (this.ascii[code] ?? 0) : this.find(code);
  }

  /** A character of a class. */
  codeIn(one: number): number {
    return this.starts[one] ?? 0;
  }

  private find(code: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.starts[middle] ?? 0) <= code) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
