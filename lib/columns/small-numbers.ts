const FIRST = 256;
/** As many as there are ports. */
const NUMBERS_MAX = 65_536;

/** The codes of small whole numbers: a look at an array, where a `Map` of as many takes several times as long. */
export class SmallNumbers {
  private codes: Int32Array | null = null;

  /** 0 for a number that has none here. */
  codeOf(value: number): number {
    const { codes } = this;
    const place = value | 0;
    return codes !== null && place === value && place >= 0 && place < codes.length ? (codes[place] ?? 0) : 0;
  }

  /** Keeps the code of a number, if it is small and whole. */
  keep(value: number, code: number): void {
    if (!(value >= 0 && value < NUMBERS_MAX) || !Number.isInteger(value)) return;
    const codes = this.codes ?? new Int32Array(FIRST);
    this.codes = value < codes.length ? codes : wider(codes, value);
    this.codes[value] = code;
  }
}

function wider(codes: Int32Array, value: number): Int32Array {
  let room = codes.length;
  while (room <= value) room *= 4;
  const made = new Int32Array(room);
  made.set(codes);
  return made;
}
