const TAB = 9;
const SPACE = 32;
const OPEN_PAREN = 40;
const COMMA = 44;
const MINUS = 45;
const COLON = 58;
const OPEN_BRACKET = 91;
const BAR = 124;
const OPEN_BRACE = 123;

/** The longest word or bracket that is part of a head; a longer one is the message. */
export const PART_MAX = 160;

/** The end of a word, or of a part in brackets with the brackets inside it; -1 when it is too long for a head. */
export function endOfPart(text: string, at: number): number {
  const first = text.charCodeAt(at);
  const limit = Math.min(text.length, at + PART_MAX);
  if (first === OPEN_BRACKET || first === OPEN_PAREN || first === OPEN_BRACE) {
    const close = first === OPEN_PAREN ? first + 1 : first + 2;
    let depth = 0;
    for (let end = at; end < limit; end++) {
      const code = text.charCodeAt(end);
      if (code === first) depth++;
      else if (code === close && --depth === 0) return end + 1;
    }
    return -1;
  }
  let end = at;
  while (end < limit && !isSpace(text.charCodeAt(end))) end++;
  return end === at + PART_MAX ? -1 : end;
}

/** What stands in the brackets of a part; null when it is a word. */
export function insideBrackets(part: string): string | null {
  const first = part.charCodeAt(0);
  const bracket = first === OPEN_BRACKET || first === OPEN_PAREN || first === OPEN_BRACE;
  return bracket ? part.slice(1, -1).trim() : null;
}

/** Over `-`, `--`, `---`, `|` or `:` that stands alone, with the spaces around it; `at` where none stands. */
export function endOfDashes(text: string, at: number): number {
  let end = at;
  const first = text.charCodeAt(at);
  if (first !== MINUS && first !== BAR && first !== COLON) return at;
  while (end < at + 3 && text.charCodeAt(end) === first) end++;
  const next = text.charCodeAt(end);
  return isSpace(next) || Number.isNaN(next) ? endOfSpaces(text, end) : at;
}

/** The start of what follows: over spaces, and over `-`, `|`, `:` and `,` that stand alone or close to the time. */
export function endOfSeparators(text: string, at: number): number {
  const first = text.charCodeAt(at);
  let end = endOfSpaces(text, first === COLON || first === COMMA || first === BAR ? at + 1 : at);
  for (let next = endOfDashes(text, end); next !== end; next = endOfDashes(text, end)) end = next;
  return end;
}

export function endOfSpaces(text: string, at: number): number {
  let end = at;
  while (isSpace(text.charCodeAt(end))) end++;
  return end;
}

function isSpace(code: number): boolean {
  return code === SPACE || code === TAB;
}
