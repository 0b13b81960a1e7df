import { isNameLetter } from './characters';

/** Stands for a value in a skeleton; no line that is looked at has it, since control characters are blanks. */
export const VALUE = 1;
export const BLANK = 0x20;
export const COMMA = 0x2c;
const COLON = 0x3a;
const BRACE = 0x7b;
const PARENTHESIS = 0x28;
/** Keys of objects that are longer are taken for text. */
const KEY_CHARACTERS_MAX = 64;

/** A skeleton while it is made: UTF-16 codes, and `VALUE` for each value. One object for many lines. */
export class SkeletonText {
  readonly codes: Uint16Array;
  length = 0;

  /** `room`: the most codes that a line can have. */
  constructor(room: number) {
    this.codes = new Uint16Array(room);
  }

  /** The code that was put last; 0 for none. */
  get last(): number {
    return this.length === 0 ? 0 : (this.codes[this.length - 1] ?? 0);
  }

  put(code: number): void {
    this.codes[this.length] = code;
    this.length += 1;
  }

  copy(line: string, from: number, to: number): void {
    const { codes } = this;
    let { length } = this;
    for (let at = from; at < to; at += 1) {
      codes[length] = line.charCodeAt(at);
      length += 1;
    }
    this.length = length;
  }

  /** Blanks side by side are one, and none begins a line. */
  blank(): void {
    if (this.length > 0 && this.last !== BLANK) this.put(BLANK);
  }

  /** Takes back a blank that was put last. */
  trim(): void {
    if (this.last === BLANK) this.length -= 1;
  }

  /** Values side by side, or in a list, are one: how many there are is a value, too. */
  value(): void {
    const { codes } = this;
    let before = this.length - 1;
    while (before >= 0 && (codes[before] === BLANK || codes[before] === COMMA)) before -= 1;
    if (before >= 0 && codes[before] === VALUE) this.length = before + 1;
    else this.put(VALUE);
  }

  /** "1301 bytes (1.27 KB)" says one thing twice: takes back the second, the value at `measureAt`, if it stands so. */
  takeBackMeasure(measureAt: number): boolean {
    const { codes, length } = this;
    if (measureAt < 0 || measureAt !== length - 1 || length < 4) return false;
    if (codes[length - 2] !== PARENTHESIS || codes[length - 3] !== BLANK || codes[length - 4] !== VALUE) return false;
    this.length = length - 3;
    return true;
  }

  /** Whether a quote that comes next closes the key of an object: its opening quote stands behind a brace or a comma. */
  closesKey(quote: number): boolean {
    const { codes } = this;
    let open = this.length - 1;
    while (open >= 0 && codes[open] !== quote) {
      if (this.length - open > KEY_CHARACTERS_MAX) return false;
      open -= 1;
    }
    let before = open - 1;
    while (before >= 0 && codes[before] === BLANK) before -= 1;
    return open > 0 && (codes[before] === COMMA || codes[before] === BRACE);
  }

  /** Whether it ends with `name:`. */
  endsWithName(): boolean {
    const { codes, length } = this;
    return length > 1 && codes[length - 1] === COLON && isNameLetter(codes[length - 2] ?? 0);
  }

  toString(): string {
    return String.fromCharCode(...this.codes.subarray(0, this.length));
  }
}
