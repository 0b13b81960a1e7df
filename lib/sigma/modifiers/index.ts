import { cased } from './cased';
import { cidr } from './cidr';
import { gt, gte, lt, lte } from './comparisons';
import { base64, base64offset, utf16be, utf16le, utf16Marked } from './encodings';
import { exists } from './exists';
import { expand } from './expand';
import { fieldref } from './fieldref';
import { all, neq } from './lists';
import type { Modifier } from './modifier';
import { contains, endsWith, startsWith } from './places';
import { dotAll, ignoreCase, multiline, re } from './regular-expressions';
import { timeParts } from './time-parts';
import { windash } from './windash';

/** Every modifier that a field's name may carry (Sigma specification 2.1.0, modifiers appendix). */
export const MODIFIERS: readonly Modifier[] = [
  contains,
  startsWith,
  endsWith,
  all,
  cased,
  neq,
  exists,
  windash,
  re,
  ignoreCase,
  multiline,
  dotAll,
  base64,
  base64offset,
  utf16le,
  utf16be,
  utf16Marked,
  lt,
  lte,
  gt,
  gte,
  ...timeParts,
  cidr,
  expand,
  fieldref,
];

const BY_NAME: ReadonlyMap<string, Modifier> = new Map(
  MODIFIERS.flatMap((modifier) => [modifier.name, ...modifier.aliases].map((name) => [name, modifier] as const)),
);

/** The modifier of a name; null when there is none. */
export function modifierNamed(name: string): Modifier | null {
  return BY_NAME.get(name) ?? null;
}

export type { ListModifier, Modifier, ModifierContext, ModifierExample, ValueModifier } from './modifier';
