import { isUtf8 } from 'node:buffer';

/** So many letters decide; a huge line may have millions. */
const LETTERS_MAX = 65_536;

/** So many lines in Windows-1252 outvote one that happens to be UTF-8. */
const LINES_AGAINST_ONE = 20;
const NEWLINE = 0x0a;
/** Bytes that Windows-1252 gives to no letter. */
const NO_LETTERS: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * Whether a block of text is Windows-1252 rather than UTF-8: it is no valid UTF-8, more of its bytes beyond ASCII stand alone
 * than form characters of UTF-8, and hardly a line with such characters is whole. A block of UTF-8 with damaged bytes or with
 * lines of something else in it stays UTF-8.
 */
export function isWindows1252(bytes: Buffer): boolean {
  if (isUtf8(bytes)) return false;
  let letters = 0;
  let linesOfUtf8 = 0;
  let linesOfOther = 0;
  let balance = 0;
  for (let start = 0; start < bytes.length && letters < LETTERS_MAX; ) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline === -1 ? bytes.length : newline;
    const line = bytes.subarray(start, end);
    const { alone, characters } = lettersOf(line);
    letters += alone + characters;
    balance += alone - characters;
    if (alone === 0 && characters > 0) linesOfUtf8 += 1;
    else if (alone > 0 && isText(line)) linesOfOther += 1;
    start = end + 1;
  }
  return balance > 0 && linesOfOther > linesOfUtf8 * LINES_AGAINST_ONE;
}

/** Counts bytes beyond ASCII: those that stand alone, and characters of UTF-8. */
function lettersOf(line: Buffer): { alone: number; characters: number } {
  let alone = 0;
  let characters = 0;
  for (let at = 0; at < line.length && alone + characters < LETTERS_MAX; at += 1) {
    const lead = line[at] ?? 0;
    if (lead < 0x80) continue;
    const further = furtherBytes(lead);
    if (further > 0 && isUtf8(line.subarray(at, at + 1 + further))) {
      characters += 1;
      at += further;
    } else alone += 1;
  }
  return { alone, characters };
}

/** Without bytes that no text in Windows-1252 has. */
function isText(line: Buffer): boolean {
  for (const byte of line) {
    if (NO_LETTERS.has(byte)) return false;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0d && byte !== 0x1b) return false;
  }
  return true;
}

function furtherBytes(lead: number): number {
  if (lead >= 0xf0) return lead <= 0xf4 ? 3 : 0;
  if (lead >= 0xe0) return 2;
  return lead >= 0xc2 ? 1 : 0;
}
