import type { PatternPart } from './pattern';

/** What characters are to the lexer. `undefined` is the end of the text. */
export const CharacterClass = {
  space: (character: string | undefined): boolean => character !== undefined && /\s/.test(character),
  digit: (character: string | undefined): boolean => character !== undefined && character >= '0' && character <= '9',
};

/** A field's name starts with a letter, `_` or `@`, so that `10:30` is a word. Halves of rarer characters pass. */
export function isNameStart(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{Cs}_@\\]/u.test(character);
}

export function isNameTail(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}\p{Cs}_@$./\\-]/u.test(character);
}

/** Reads a word: up to a space, a parenthesis, a quotation mark or a pipe; a backslash takes the next character as it is. */
export function readWord(text: string, from: number): { parts: PatternPart[]; to: number } {
  const parts: PatternPart[] = [];
  let position = from;
  for (; position < text.length; position++) {
    const character = text[position] ?? '';
    if (endsWord(character)) break;
    if (character === '*') parts.push({ kind: 'any' });
    else if (character === '?') parts.push({ kind: 'one' });
    else if (character === '\\' && position + 1 < text.length) {
      position++;
      parts.push({ kind: 'literal', text: text[position] ?? '' });
    } else parts.push({ kind: 'literal', text: character });
  }
  return { parts, to: position };
}

export function endsWord(character: string): boolean {
  return (
    character === '(' || character === ')' || character === '"' || character === '|' || CharacterClass.space(character)
  );
}

/** Reads a phrase from its opening quotation mark; only `\"` and `\\` are escapes, so that Windows paths survive. */
export function readPhrase(text: string, from: number): { text: string; to: number; closed: boolean } {
  let content = '';
  for (let position = from + 1; position < text.length; position++) {
    const character = text[position];
    if (character === '"') return { text: content, to: position + 1, closed: true };
    const next = text[position + 1];
    if (character === '\\' && (next === '"' || next === '\\')) {
      content += next;
      position++;
    } else content += character;
  }
  return { text: content, to: text.length, closed: false };
}
