import { isUtf8 } from 'node:buffer';

/** So many letters decide; a huge line may have millions. */
const LETTERS_MAX = 65_536;

/**
 * Whether a block of text is Windows-1252 rather than UTF-8: it is no valid UTF-8, and more of its bytes beyond ASCII stand
 * alone than form characters of UTF-8. A block of UTF-8 with a few damaged bytes stays UTF-8.
 */
export function isWindows1252(bytes: Buffer): boolean {
  if (isUtf8(bytes)) return false;
  let alone = 0;
  let characters = 0;
  for (let at = 0; at < bytes.length && alone + characters < LETTERS_MAX; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const further = furtherBytes(lead);
    if (further > 0 && isUtf8(bytes.subarray(at, at + 1 + further))) {
      characters += 1;
      at += further;
    } else alone += 1;
  }
  return alone > characters;
}

function furtherBytes(lead: number): number {
  if (lead >= 0xf0) return lead <= 0xf4 ? 3 : 0;
  if (lead >= 0xe0) return 2;
  return lead >= 0xc2 ? 1 : 0;
}
