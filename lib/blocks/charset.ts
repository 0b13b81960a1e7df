import { isUtf8 } from 'node:buffer';

/**
 * How the original of a block was written, when it is kept as UTF-8 instead, so that it can be read, searched and shown as
 * any other. The code is stored with the block, above that of its compression (docs/decisions/0016).
 */
export const CHARSET = { utf8: 0, utf16le: 1, utf16be: 2, windows1252: 3 } as const;
export type Charset = (typeof CHARSET)[keyof typeof CHARSET];

const CHARSET_SHIFT = 4;
const CODEC_MASK = (1 << CHARSET_SHIFT) - 1;
const NOTHING = Buffer.alloc(0);
/** Opens the last byte of a file in UTF-16 that has an odd number of them; no text in UTF-8 has this byte. */
const ODD_BYTE = 0xfe;

export function withCharset(codec: number, charset: Charset): number {
  return codec | (charset << CHARSET_SHIFT);
}

export function codecOf(code: number): number {
  return code & CODEC_MASK;
}

/** Makes UTF-8 of UTF-16, chunk by chunk. Surrogates without their other half become three bytes each, so that nothing is lost. */
export class Utf16Reader {
  private held: Buffer = NOTHING;

  constructor(private readonly charset: typeof CHARSET.utf16le | typeof CHARSET.utf16be) {}

  push(chunk: Uint8Array): Buffer {
    const bytes = this.held.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.held, chunk]);
    let end = bytes.length - (bytes.length % 2);
    const units = Buffer.from(bytes.subarray(0, end));
    if (this.charset === CHARSET.utf16be) units.swap16();
    // The first half of a pair waits for the second.
    if (end > 0 && isHighSurrogate(units.readUInt16LE(end - 2))) end -= 2;
    this.held = Buffer.from(bytes.subarray(end));
    return utf8Of(units.subarray(0, end));
  }

  /** What is left: half a pair, and a last odd byte in three bytes of our own. */
  end(): Buffer {
    const { held } = this;
    const units = Buffer.from(held.subarray(0, held.length - (held.length % 2)));
    if (this.charset === CHARSET.utf16be) units.swap16();
    const text = utf8Of(units);
    const odd = held.length % 2 === 1 ? held.at(-1) : undefined;
    if (odd === undefined) return text;
    return Buffer.concat([text, Buffer.from([ODD_BYTE, 0x80 | (odd >> 4), 0x80 | (odd & 0xf)])]);
  }
}

/** How many bytes of UTF-16 such UTF-8 was, or part of it: a character counts where it begins. */
export function utf16Length(stored: Uint8Array): number {
  let length = 0;
  for (const byte of stored) {
    if ((byte & 0xc0) === 0x80) continue;
    length += byte === ODD_BYTE ? 1 : byte >= 0xf0 ? 4 : 2;
  }
  return length;
}

/** Gives the original bytes of a file's blocks, in order; a character may be cut by the end of a block. */
export class OriginalBytes {
  private held: Buffer = NOTHING;

  /** `code` is that of the block, `stored` what `decodeBlock` made of it. */
  of(code: number, stored: Buffer): Buffer {
    const charset = code >> CHARSET_SHIFT;
    if (charset === CHARSET.utf8) return stored;
    if (charset === CHARSET.windows1252) return toWindows1252(stored);
    const bytes = this.held.length === 0 ? stored : Buffer.concat([this.held, stored]);
    const end = wholeCharacters(bytes);
    this.held = Buffer.from(bytes.subarray(end));
    const units = utf16Of(bytes.subarray(0, end));
    return charset === CHARSET.utf16be ? swapped(units) : units;
  }
}

/** The code points of the bytes 0x80 to 0x9f (https://encoding.spec.whatwg.org/index-windows-1252.txt); others are their own. */
const UPPER =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';
const BYTE_OF = new Map([...UPPER].map((letter, index) => [letter, String.fromCharCode(0x80 + index)]));

export function fromWindows1252(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  return Buffer.from(text.replace(/[\u0080-\u009f]/g, (letter) => UPPER.charAt(letter.charCodeAt(0) - 0x80)));
}

export function toWindows1252(stored: Buffer): Buffer {
  const text = stored.toString('utf8').replace(/[^\0-\u00ff]/g, (letter) => BYTE_OF.get(letter) ?? '?');
  return Buffer.from(text, 'latin1');
}

function utf8Of(units: Buffer): Buffer {
  const text = units.toString('utf16le');
  if (text.isWellFormed()) return Buffer.from(text, 'utf8');
  const parts: Buffer[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/\p{Surrogate}/gu)) {
    const unit = text.charCodeAt(index);
    parts.push(Buffer.from(text.slice(from, index)));
    parts.push(Buffer.from([0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)]));
    from = index + 1;
  }
  parts.push(Buffer.from(text.slice(from)));
  return Buffer.concat(parts);
}

function utf16Of(stored: Buffer): Buffer {
  if (isUtf8(stored)) return Buffer.from(stored.toString('utf8'), 'utf16le');
  const parts: Buffer[] = [];
  let from = 0;
  // Only what `Utf16Reader` has put there: lone surrogates (ED A0 80 to ED BF BF) and the odd byte.
  for (let at = 0; at < stored.length; at += 1) {
    const [lead = 0, second = 0, third = 0] = stored.subarray(at, at + 3);
    if (lead !== ODD_BYTE && !(lead === 0xed && second >= 0xa0)) continue;
    parts.push(Buffer.from(stored.toString('utf8', from, at), 'utf16le'));
    const unit = Buffer.alloc(2);
    unit.writeUInt16LE(0xd000 | ((second & 0x3f) << 6) | (third & 0x3f));
    parts.push(lead === ODD_BYTE ? Buffer.from([((second & 0xf) << 4) | (third & 0xf)]) : unit);
    at += 2;
    from = at + 1;
  }
  parts.push(Buffer.from(stored.toString('utf8', from), 'utf16le'));
  return Buffer.concat(parts);
}

/** Where the last character ends that is not cut. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const size = byte === ODD_BYTE || (byte >= 0xe0 && byte < 0xf0) ? 3 : byte >= 0xf0 ? 4 : byte >= 0xc0 ? 2 : 1;
    return size > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function swapped(units: Buffer): Buffer {
  const whole = units.length - (units.length % 2);
  units.subarray(0, whole).swap16();
  return units;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}
