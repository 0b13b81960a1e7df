import type { Span } from '../query-error';

/** An inclusive range of code points. */
export type CharacterRange = readonly [low: number, high: number];

/** A place between characters that something is said of. */
export type RegexPlace = 'start' | 'end' | 'line-start' | 'line-end' | 'boundary' | 'inside';

/** A regular expression whose letters are ranges of both cases already, where either is meant. */
export type Regex =
  /** One character in the ranges, or, negated, in none of them. */
  | { readonly kind: 'set'; readonly ranges: readonly CharacterRange[]; readonly negated: boolean }
  | { readonly kind: RegexPlace }
  | { readonly kind: 'sequence'; readonly of: readonly Regex[] }
  | { readonly kind: 'choice'; readonly of: readonly Regex[] }
  | { readonly kind: 'repeat'; readonly of: Regex; readonly min: number; readonly max: number | null };

/** What is wrong with a regular expression; `at` counts from its own start. */
export class RegexError extends Error {
  override readonly name = 'RegexError';
  readonly at: Span;

  constructor(message: string, at: Span) {
    super(message);
    this.at = at;
  }
}

/** How many states the automaton has: the price of every character of the text. */
export function regexCost(regex: Regex): number {
  switch (regex.kind) {
    case 'sequence':
    case 'choice':
      return regex.of.reduce((sum, part) => sum + regexCost(part), regex.of.length);
    case 'repeat':
      return (regexCost(regex.of) + 2) * Math.max(regex.min + (regex.max === null ? 1 : 0), regex.max ?? 0, 1);
    default:
      return 1;
  }
}
