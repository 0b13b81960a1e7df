import { BREAK, endsKeyed, isNameLetter, kindOf } from './characters';
import { COMMA } from './skeleton-text';

/** The value of a key ends here at the latest. */
const CHARACTERS_MAX = 512;
const QUOTES = '"\'`';
const BACKSLASH = 0x5c;
const BRACE = 0x7b;
const BRACKET = 0x5b;

/** Where the value ends that begins behind `key=` or `"key":`; the beginning itself where there is none. `end`: of the line. */
export function endOfValue(line: string, at: number, end: number): number {
  const limit = Math.min(end, at + CHARACTERS_MAX);
  const first = line[at] ?? '';
  if (at >= limit || first === '=' || first === '>') return at;
  return QUOTES.includes(first) ? endOfQuoted(line, at, limit) : endOfBare(line, at, limit);
}

/** Whether `key=` at an equals sign is that of a record's text, whose words are to be seen. */
export function isText(line: string, at: number): boolean {
  return line.startsWith('msg', at - 3) || line.startsWith('message', at - 7);
}

function endOfQuoted(line: string, at: number, limit: number): number {
  const quote = line.charCodeAt(at);
  for (let to = at + 1; to < limit; to += 1) {
    const code = line.charCodeAt(to);
    if (code === BACKSLASH) to += 1;
    else if (code === quote) return to + 1;
  }
  return endOfBare(line, at + 1, limit);
}

function endOfBare(line: string, at: number, limit: number): number {
  let to = at;
  while (to < limit) {
    const code = line.charCodeAt(to);
    if (endsKeyed(code) || (code === COMMA && endsAtComma(line, to, limit))) break;
    to = code === BRACE || code === BRACKET ? endOfBrackets(line, to, limit) : to + 1;
  }
  return to;
}

/** Behind the bracket that closes the one at hand; behind that one itself where none does. */
function endOfBrackets(line: string, at: number, limit: number): number {
  const open = line.charCodeAt(at);
  const close = open + 2;
  let depth = 0;
  for (let to = at; to < limit; to += 1) {
    const code = line.charCodeAt(to);
    if (code === open) depth += 1;
    else if (code === close) depth -= 1;
    if (depth === 0) return to + 1;
  }
  return at + 1;
}

/** A comma ends a value when a blank or the next key follows; else it is a list. */
function endsAtComma(line: string, at: number, limit: number): boolean {
  let to = at + 1;
  while (to < limit && isNameLetter(line.charCodeAt(to))) to += 1;
  return to === at + 1 ? to >= limit || kindOf(line.charCodeAt(to)) <= BREAK : line[to] === '=';
}
