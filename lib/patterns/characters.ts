/** What a character is to a line that is cut into pieces. The first two end a piece. */
export const SPACE = 0;
export const BREAK = 1;
const PART = 2;

/** What the pieces of a line are looked at for. */
export const DIGIT = 4;
export const SLASH = 8;
export const DOT = 16;
export const COLON = 32;
export const AT = 64;

/** Stand alone, and cut what stands beside them. */
const BREAKS = '()[]{}=,;"\'<>|`';

const KINDS = new Uint8Array(128).fill(PART);
for (let code = 0; code <= 0x20; code += 1) KINDS[code] = SPACE;
KINDS[0x7f] = SPACE;
for (const sign of BREAKS) KINDS[sign.charCodeAt(0)] = BREAK;
for (let code = 0x30; code <= 0x39; code += 1) KINDS[code] = PART | DIGIT;
for (const sign of '/\\') KINDS[sign.charCodeAt(0)] = PART | SLASH;
KINDS['.'.charCodeAt(0)] = PART | DOT;
KINDS[':'.charCodeAt(0)] = PART | COLON;
KINDS['@'.charCodeAt(0)] = PART | AT;

function setOf(signs: string): Uint8Array {
  const set = new Uint8Array(128);
  for (const sign of signs) set[sign.charCodeAt(0)] = 1;
  return set;
}

const PATH_ENDS = setOf(',;)]}>"\'`|');
const KEYED_ENDS = setOf(';)]}"\'`');
const TRAILING = setOf('.:!?*-');

/** Ends a path or an address, as a blank does. */
export function endsPath(code: number): boolean {
  return code < 128 && (KINDS[code] === SPACE || PATH_ENDS[code] === 1);
}

/** Ends the value of a key that is not quoted, as a blank does. */
export function endsKeyed(code: number): boolean {
  return code < 128 && (KINDS[code] === SPACE || KEYED_ENDS[code] === 1);
}

/** Punctuation that does not belong to the word before it. */
export function isTrailing(code: number): boolean {
  return code < 128 && TRAILING[code] === 1;
}

/** `SPACE`, `BREAK`, or more for a part of a piece, with what it is looked at for. */
export function kindOf(code: number): number {
  return code < 128 ? (KINDS[code] ?? PART) : PART;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** A letter of ASCII, `_` or `-`: what names of fields and programs are made of. */
export function isNameLetter(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || code === 0x5f || code === 0x2d;
}
