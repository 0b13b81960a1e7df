import { knownField } from './field-reference';
import type { Comparator } from './operand';
import { CharacterClass, isNameStart, isNameTail, readPhrase } from './scan-word';

export function comparatorAt(text: string, at: number): Comparator | null {
  const character = text[at];
  if (character !== '>' && character !== '<') return null;
  return text[at + 1] === '=' ? `${character}=` : character;
}

export function readName(text: string, from: number): { name: string; to: number } {
  let name = '';
  let position = from;
  if (!isNameStart(text[from])) return { name, to: from };
  while (isNameTail(text[position])) {
    if (text[position] === '\\' && position + 1 < text.length) position++;
    name += text[position];
    position++;
  }
  return { name, to: position };
}

export function readQuotedName(text: string, from: number): { name: string; to: number } {
  const phrase = readPhrase(text, from);
  return phrase.closed && text[phrase.to] === ':' ? { name: phrase.text, to: phrase.to } : { name: '', to: from };
}

/**
 * Tells `user:x` from `https://x`, `std::bad_alloc`, `main.go:33`, `system:anonymous` and the `failed:` of a pasted
 * message. A field of such a name is still reached in quotes: `"system":x`.
 */
export function isFieldColon(text: string, colon: number, name: string): boolean {
  if (knownField(name) !== null) return true;
  const next = text[colon + 1];
  if (next === undefined || CharacterClass.space(next) || next === ':' || next === ')') return false;
  return !text.startsWith('//', colon + 1) && !isNeverBareName(name);
}

/** Names that stand before a colon in logs without being a field's: of a file of code, and of Kubernetes' own users. */
export function isNeverBareName(name: string): boolean {
  return name === 'system' || /\.(go|c|cc|cpp|py|js|ts|java|rb|rs)$/.test(name);
}

/** Tells `latency > 5` from `a->b` and `foo <bar>`: a field without a column is compared to numbers only. */
export function isCompared(text: string, afterName: number, name: string): boolean {
  let position = afterName;
  while (CharacterClass.space(text[position])) position++;
  const comparator = comparatorAt(text, position);
  if (comparator === null || name.endsWith('-')) return false;
  if (knownField(name) !== null) return true;
  position += comparator.length;
  while (CharacterClass.space(text[position])) position++;
  return /[0-9+.-]/.test(text[position] ?? '');
}
