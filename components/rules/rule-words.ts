import { techniqueOf } from '@/lib/attack';
import type { RuleKind, RuleOrigin } from '@/lib/interface';

export const ORIGIN_WORDS: Readonly<Record<RuleOrigin, string>> = { 'built-in': 'built in', own: 'your own' };

export const KIND_WORDS: Readonly<Record<RuleKind, string>> = {
  rule: 'rule',
  correlation: 'correlation',
  filter: 'filter',
};

/** `T1611 Escape to Host`; the id alone where its name is not known here. */
export function techniqueText(id: string): string {
  const technique = techniqueOf(id);
  return technique === null ? id : `${id} ${technique.name}`;
}
