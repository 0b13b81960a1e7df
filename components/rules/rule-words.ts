import { techniqueOf } from '@/lib/attack';
import type { RuleAnswer, RuleKind, RuleOrigin } from '@/lib/interface';

export const ORIGIN_WORDS: Readonly<Record<RuleOrigin, string>> = { 'built-in': 'built in', own: 'your own' };

export const KIND_WORDS: Readonly<Record<RuleKind, string>> = {
  rule: 'rule',
  correlation: 'correlation',
  filter: 'filter',
};

const TECHNIQUES_SHOWN = 2;

/** The first techniques, and how many more there are. */
export function techniquesShown({ techniques }: Pick<RuleAnswer, 'techniques'>): string {
  const more = techniques.length - TECHNIQUES_SHOWN;
  return [...techniques.slice(0, TECHNIQUES_SHOWN), ...(more > 0 ? [`+${more}`] : [])].join(' ');
}

/** `T1611 Escape to Host`; the id alone where its name is not known here. */
export function techniqueText(id: string): string {
  const technique = techniqueOf(id);
  return technique === null ? id : `${id} ${technique.name}`;
}
