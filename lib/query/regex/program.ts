import type { CharacterRange, RegexPlace } from './regex';

/** A step of an expression's program; each falls through to the next one but `split`, which goes to both of its ends. */
export type Instruction =
  | { readonly kind: 'set'; readonly ranges: readonly CharacterRange[]; readonly negated: boolean }
  | { readonly kind: 'assert'; readonly what: RegexPlace }
  | { readonly kind: 'split'; first: number; second: number }
  | { readonly kind: 'match' };
