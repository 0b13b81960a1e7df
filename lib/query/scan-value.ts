import type { RangeEnd } from './operand';
import { CharacterClass, readPhrase } from './scan-word';

/**
 * Reads `/regex/`, or gives null for a path such as `/api/v1/pods`: the first slash without a backslash must be the
 * value's last character, and not the first of a further value.
 */
export function scanRegex(text: string, from: number): { source: string; to: number } | null {
  if (CharacterClass.space(text[from + 1])) return null;
  for (let position = from + 1; position < text.length; position++) {
    if (text[position] === '\\') position++;
    else if (text[position] === '/') {
      const next = text[position + 1];
      const ends = next === undefined || next === ')' || next === '|' || CharacterClass.space(next);
      if (!ends || position === from + 1 || text[position - 1] === ':') return null;
      return { source: text.slice(from + 1, position), to: position + 1 };
    }
  }
  return null;
}

/** Reads `[low TO high]`; a curly bracket leaves that end out, `*` leaves it open. Null when it is not one. */
export function scanRange(text: string, from: number): { low: RangeEnd; high: RangeEnd; to: number } | null {
  const low = scanEnd(text, skipSpace(text, from + 1));
  if (low === null) return null;
  const word = skipSpace(text, low.to);
  if (word === low.to || text.slice(word, word + 2).toLowerCase() !== 'to') return null;
  const afterWord = skipSpace(text, word + 2);
  const high = afterWord === word + 2 ? null : scanEnd(text, afterWord);
  if (high === null) return null;
  const close = skipSpace(text, high.to);
  if (text[close] !== ']' && text[close] !== '}') return null;
  return {
    low: { text: low.text, inclusive: text[from] === '[', at: { from: low.from, to: low.to } },
    high: { text: high.text, inclusive: text[close] === ']', at: { from: high.from, to: high.to } },
    to: close + 1,
  };
}

function scanEnd(text: string, from: number): { text: string | null; from: number; to: number } | null {
  if (text[from] === '"') {
    const phrase = readPhrase(text, from);
    return phrase.closed ? { text: phrase.text, from, to: phrase.to } : null;
  }
  let to = from;
  while (to < text.length && !CharacterClass.space(text[to]) && !'[]{}"()|'.includes(text[to] ?? '')) to++;
  if (to === from) return null;
  const word = text.slice(from, to);
  return { text: word === '*' ? null : word, from, to };
}

function skipSpace(text: string, from: number): number {
  let position = from;
  while (CharacterClass.space(text[position])) position++;
  return position;
}
