import { byteSearchModule } from './byte-search-module';

const PAGE_BYTES = 65_536;
/** What is read behind the end of a text, and more. */
const MARGIN_BYTES = 64;
/** The bytes that stand in logs most often, roughly; whatever is not among them is rarer. */
const COMMONEST = Buffer.from(`"e as:t,noirlcdu-p0m1./2_g4hb358967{}fky=vw`);

type Find = (...numbers: number[]) => number;

/**
 * Finds bytes in one text after another, ASCII letters of either case, some gigabytes a second. The text is a copy in memory of
 * its own, which grows to the longest that it held.
 */
export class ByteSearch {
  private readonly memory: WebAssembly.Memory;
  private readonly find: Find;
  private length = 0;

  constructor() {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(byteSearchModule()));
    const { memory, find } = exports;
    if (!(memory instanceof WebAssembly.Memory) || typeof find !== 'function') {
      throw new TypeError('the module of the byte search lacks a part');
    }
    this.memory = memory;
    // It was written to take numbers and to give one.
    this.find = find as Find;
  }

  /** Takes the text to look through. */
  load(text: Uint8Array): void {
    this.length = text.length;
    this.makeRoom(text.length + MARGIN_BYTES);
    new Uint8Array(this.memory.buffer).set(text);
  }

  /**
   * Looks for a needle, ASCII letters in lower case, in the text: answers where it first begins from a place on, or -1. Holds
   * until something else is looked for.
   */
  seek(needle: Uint8Array): (from: number) => number {
    const { length, find } = this;
    const last = length - needle.length;
    if (needle.length === 0) return (from) => (from <= last ? from : -1);
    const at = length + MARGIN_BYTES;
    this.makeRoom(at + needle.length);
    new Uint8Array(this.memory.buffer).set(needle, at);
    const [first, second] = rarest(needle);
    const [a, b] = [needle[first] ?? 0, needle[second] ?? 0];
    const [foldA, foldB] = [foldOf(a), foldOf(b)];
    return (from) => find(from, last, at, needle.length, first, second, a, foldA, b, foldB);
  }

  private makeRoom(bytes: number): void {
    const missing = bytes - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE_BYTES));
  }
}

/** Two places of a needle whose bytes are rare; one place twice where it has no other. */
function rarest(needle: Uint8Array): [number, number] {
  const places = [...needle.keys()].sort((one, other) => rarity(needle[other]) - rarity(needle[one]));
  const [first = 0, second = first] = places;
  return [first, second];
}

function rarity(byte = 0): number {
  const place = COMMONEST.indexOf(byte);
  return place < 0 ? COMMONEST.length : place;
}

/** The bit that tells capitals from small letters, for a small letter. */
function foldOf(byte: number): number {
  return byte >= 97 && byte <= 122 ? 0x20 : 0;
}
