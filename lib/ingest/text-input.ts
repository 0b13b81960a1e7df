import { CHARSET, type Charset, Utf16Reader } from '@/lib/blocks';

/** So many bytes tell UTF-16 from anything else. */
const HEAD_BYTES = 4096;
/** Without a mark, this share of units has a NUL on the same side, and nearly none on the other: mostly letters of ASCII. */
const NUL_SHARE_MIN = 0.7;
const OTHER_SHARE_MAX = 0.04;
const UNITS_MIN = 8;

type Utf16 = typeof CHARSET.utf16le | typeof CHARSET.utf16be;

/** A file's bytes, as UTF-8 if they are UTF-16: PowerShell writes that when output goes to a file. */
export class TextInput {
  /** What the file is written in; known once the first bytes were given. */
  charset: Charset = CHARSET.utf8;

  async *bytes(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let head: Buffer | null = Buffer.alloc(0);
    let utf16: Utf16Reader | null = null;
    for await (const chunk of source) {
      let bytes = chunk;
      if (head !== null) {
        head = Buffer.concat([head, chunk]);
        if (head.length < HEAD_BYTES) continue;
        utf16 = this.decide(head);
        bytes = head;
        head = null;
      }
      yield utf16 === null ? bytes : utf16.push(bytes);
    }
    if (head !== null) {
      utf16 = this.decide(head);
      yield utf16 === null ? head : utf16.push(head);
    }
    if (utf16 !== null) yield utf16.end();
  }

  private decide(head: Buffer): Utf16Reader | null {
    const charset = utf16Of(head.subarray(0, HEAD_BYTES));
    if (charset === null) return null;
    this.charset = charset;
    return new Utf16Reader(charset);
  }
}

/** Which UTF-16 the first bytes of a file are, by their mark or by NULs beside nearly every letter; null when neither. */
export function utf16Of(head: Buffer): Utf16 | null {
  const units = head.length >> 1;
  if (units === 0) return null;
  const nuls = [0, 0];
  for (let at = 0; at < units * 2; at += 1) if (head[at] === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  const mark = head.readUInt16BE(0);
  // The mark of UTF-32 begins like that of UTF-16; both need a letter of ASCII or a line's end somewhere.
  if (mark === 0xfffe) return units > 1 && (head.readUInt16BE(2) === 0 || odd === 0) ? null : CHARSET.utf16le;
  if (mark === 0xfeff) return units > 1 && even === 0 ? null : CHARSET.utf16be;
  if (units < UNITS_MIN) return null;
  if (odd > units * NUL_SHARE_MIN && even < units * OTHER_SHARE_MAX) return CHARSET.utf16le;
  return even > units * NUL_SHARE_MIN && odd < units * OTHER_SHARE_MAX ? CHARSET.utf16be : null;
}
