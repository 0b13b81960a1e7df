import { endsPath, isDigit, isNameLetter, isTrailing } from './characters';
import {
  BEFORE_NAME_CHARACTERS,
  BEFORE_NAMES,
  CALENDAR,
  HOST_ENDINGS,
  UNIT_CHARACTERS_MAX,
  UNITS,
  WORDS_WITH_DIGITS,
} from './words';

const BEFORE_NAMES_LONGEST = 4;
const WORD_WITH_DIGITS_MAX = 8;

/** Where a piece ends when the punctuation behind it is left out. */
export function wordEnd(line: string, at: number, to: number): number {
  let end = to;
  while (end > at && isTrailing(line.charCodeAt(end - 1))) end -= 1;
  return end;
}

/** Whether a part of a date, such as `Jan`, is followed by a number or by another part. `end`: of the line. */
export function isInDate(line: string, at: number, to: number, end: number): boolean {
  if (to - at !== 3 || !CALENDAR.has(line.slice(at, to))) return false;
  let next = to;
  while (next < end && (line[next] === ' ' || line[next] === ',')) next += 1;
  return isDigit(line.charCodeAt(next)) || CALENDAR.has(line.slice(next, next + 3));
}

/** Whether a word is followed by somebody's name. */
export function namesSomebody(line: string, at: number, to: number): boolean {
  const words = to - at > BEFORE_NAMES_LONGEST ? undefined : BEFORE_NAMES.get(line.slice(at, to));
  if (words === undefined) return false;
  const before = line.slice(Math.max(0, at - BEFORE_NAME_CHARACTERS), at).toLowerCase();
  return words.some((word) => before.endsWith(word));
}

/** Whether a piece with a slash begins a path or an address: `/a`, `~/a`, `../a`, `http://a`, `C:\a`. */
export function isPath(line: string, at: number, to: number): boolean {
  const first = line[at];
  if (first === '/' || first === '\\') return true;
  if (first === '~' || first === '.') return line[at + 1] === '/' || line.startsWith('../', at);
  const colon = line.slice(at, to).indexOf(':');
  return colon > 0 && (line.startsWith('//', at + colon + 1) || line.startsWith('\\', at + colon + 1));
}

/** Where a path ends; it may hold signs that end other pieces. `end`: of the line. */
export function endOfPath(line: string, at: number, end: number): number {
  let to = at;
  while (to < end && !endsPath(line.charCodeAt(to))) to += 1;
  return to;
}

/** Behind `name:` or `name....` in front of a number; the beginning where there is none. */
export function endOfName(line: string, at: number, end: number): number {
  let to = at;
  while (to < end && isNameLetter(line.charCodeAt(to))) to += 1;
  if (line[to] === ':') return to + 1 < end ? to + 1 : at;
  let dots = to;
  while (dots < end && line[dots] === '.') dots += 1;
  return dots - to >= 2 && dots < end ? dots : at;
}

/** `somebody@somewhere`, or the name of a host as far as its ending tells. */
export function isPlace(piece: string): boolean {
  const at = piece.indexOf('@');
  if (at > 0 && at < piece.length - 1) return true;
  const dot = piece.lastIndexOf('.');
  return dot > 0 && HOST_ENDINGS.has(piece.slice(dot + 1)) && piece.toLowerCase() === piece;
}

/** The unit of a number. */
export function isUnit(line: string, at: number, end: number): boolean {
  return end - at <= UNIT_CHARACTERS_MAX && UNITS.has(line.slice(at, end).toLowerCase());
}

/** A word that is written with digits, such as `ssh2`: not a number of anything. */
export function isWordWithDigits(line: string, at: number, end: number): boolean {
  if (end - at > WORD_WITH_DIGITS_MAX || isDigit(line.charCodeAt(at))) return false;
  return WORDS_WITH_DIGITS.has(line.slice(at, end).toLowerCase());
}

/** Where to cut a line that is too long: what is cut within a piece would be of another shape. */
export function lastBlank(line: string, from: number, end: number): number {
  const blank = line.lastIndexOf(' ', end - 1);
  return blank > from ? blank : end;
}
