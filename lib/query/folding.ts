import type { Pattern } from './pattern';

/**
 * Case-insensitivity that Postgres and JavaScript agree on, whatever the database's locale is: ASCII letters, and those
 * other letters whose two cases are one character each and lead back to each other.
 */
export function fold(text: string): string {
  if (!needsFolding(text)) return text;
  return isAscii(text) ? text.toLowerCase() : Array.from(text, foldCharacter).join('');
}

/** The other spelling of a character in the other case; null when it has none. */
export function otherCase(character: string): string | null {
  const upper = upperOf(character);
  if (upper !== null) return upper;
  const folded = foldCharacter(character);
  return folded === character ? null : folded;
}

/** True when `lower(… collate "C")`, which knows ASCII only, would not do. */
export function hasForeignCase(text: string): boolean {
  return !isAscii(text) && Array.from(text).some((character) => !isAscii(character) && otherCase(character) !== null);
}

/** A regular expression in Postgres's dialect for the whole text, its letters in either case. */
export function foldedRegex(pattern: Pattern): string {
  const parts = pattern.map((part) => {
    if (part.kind === 'any') return '.*';
    return part.kind === 'one' ? '.' : Array.from(part.text, eitherCase).join('');
  });
  return `^${parts.join('')}$`;
}

export function foldPattern(pattern: Pattern): Pattern {
  return pattern.map((part) => (part.kind === 'literal' ? { kind: 'literal', text: fold(part.text) } : part));
}

function foldCharacter(character: string): string {
  const lower = character.toLowerCase();
  return lower !== character && upperOf(lower) === character ? lower : character;
}

/** The upper case of a lower-case character that is its only one. */
function upperOf(character: string): string | null {
  const upper = character.toUpperCase();
  const isPair = upper !== character && upper.toLowerCase() === character;
  return isPair && isAscii(upper) === isAscii(character) && Array.from(upper).length === 1 ? upper : null;
}

function eitherCase(character: string): string {
  const other = otherCase(character);
  return other === null ? escapeCharacter(character) : `[${character}${other}]`;
}

/** A backslash before anything but a letter or digit makes it literal. */
function escapeCharacter(character: string): string {
  return /^[!-/:-@[-`{-~]$/.test(character) ? `\\${character}` : character;
}

function needsFolding(text: string): boolean {
  return /[A-Z\u0080-\uffff]/.test(text);
}

function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}
