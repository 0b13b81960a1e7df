/** Each value takes some 64 bytes of memory, more in an object than in an array. */
const VALUES_MAX = 250_000;
const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;

/** Why a JSON text is not taken apart though it may be valid. */
export const TOO_MANY_VALUES = `JSON with more values than are taken apart (${VALUES_MAX})`;

/**
 * Whether a JSON text holds so many values that parsing it would take many times its own memory: 16 MB of `{},{},…` fill
 * half a gigabyte. No record of a cluster is near that. Need not be valid; a text in it that never ends hides the rest.
 */
export function hasManyValues(text: string): boolean {
  // With its comma every value takes two characters at least.
  if (text.length < 2 * VALUES_MAX) return false;
  let values = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = endOfString(text, index);
    else if (code === COMMA || code === OPEN_BRACE || code === OPEN_BRACKET) values += 1;
  }
  return values > VALUES_MAX;
}

/** The place of the closing quote; the end of the text when there is none. */
function endOfString(text: string, quote: number): number {
  for (let index = quote + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) return index;
    if (code === BACKSLASH) index += 1;
  }
  return text.length;
}
