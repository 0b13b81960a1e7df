import type { Pattern, PatternPart } from '@/lib/query';

/**
 * Reads a value with wildcards: `*` is any run of characters, `?` one. A backslash before either of them, or before another
 * backslash, takes that as it stands; before anything else, and at the end, it is a backslash (Sigma rules specification,
 * Escaping).
 */
export function textPattern(text: string): Pattern {
  const parts: PatternPart[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    const next = text[at + 1];
    if (character === '*') parts.push({ kind: 'any' });
    else if (character === '?') parts.push({ kind: 'one' });
    else if (character === '\\' && (next === '*' || next === '?' || next === '\\')) {
      parts.push({ kind: 'literal', text: next });
      at += 1;
    } else parts.push({ kind: 'literal', text: character });
  }
  return merged(parts);
}

/** Joined parts, as queries have them: one literal where several follow each other, one `*`, none that is empty. */
export function merged(parts: readonly PatternPart[]): Pattern {
  const all: PatternPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (part.kind === 'literal' && part.text === '') continue;
    if (part.kind === 'literal' && last?.kind === 'literal') {
      all[all.length - 1] = { kind: 'literal', text: last.text + part.text };
    } else if (!(part.kind === 'any' && last?.kind === 'any')) all.push(part);
  }
  return all;
}

export const ANY: PatternPart = { kind: 'any' };

export function literal(text: string): PatternPart {
  return { kind: 'literal', text };
}

/** Puts each literal piece of a pattern through a function; wildcards stay. */
export function withLiterals(pattern: Pattern, change: (text: string) => string): Pattern {
  return merged(pattern.map((part) => (part.kind === 'literal' ? literal(change(part.text)) : part)));
}

export function hasWildcards(pattern: Pattern): boolean {
  return pattern.some((part) => part.kind !== 'literal');
}

/** The text of a pattern without wildcards. */
export function plainText(pattern: Pattern): string {
  return pattern.map((part) => (part.kind === 'literal' ? part.text : '')).join('');
}

/** A pattern as people write it, for sentences. */
export function patternText(pattern: Pattern): string {
  return pattern.map((part) => (part.kind === 'literal' ? part.text : part.kind === 'any' ? '*' : '?')).join('');
}
