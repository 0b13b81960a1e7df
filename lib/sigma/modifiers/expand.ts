import type { Pattern } from '@/lib/query';
import { Refused } from '../refusal';
import { hasWildcards, literal, merged, plainText, textPattern } from '../text-pattern';
import type { ModifierContext, ValueModifier } from './modifier';
import { wrongValue } from './wrong-value';

const PLACEHOLDER = /%([^%\\]+)%/g;
const VALUES_MAX = 200;

export const expand: ValueModifier = {
  name: 'expand',
  aliases: [],
  works: 'value',
  about: '%names% are replaced by values that whoever runs the rule gives; without them it is refused.',
  apply(test, { placeholders }) {
    if (test.kind === 'regex') {
      if (test.source.match(PLACEHOLDER) === null) return [test];
      throw new Refused('modifier', 'expand', 'placeholders in a regular expression are not supported');
    }
    if (test.kind !== 'text') throw wrongValue('expand', 'a text', test);
    const patterns = expanded(test.pattern, placeholders);
    return patterns.map((pattern) => ({ ...test, pattern: merged(pattern) }));
  },
  examples: [{ modifiers: '|expand', value: '50% of 100', finds: ['50% OF 100'], misses: ['x'] }],
};

function expanded(pattern: Pattern, placeholders: ModifierContext['placeholders']): Pattern[] {
  return pattern.reduce<Pattern[]>(
    (before, part) => {
      const choices = part.kind === 'literal' ? choicesOf(part.text, placeholders) : [[part]];
      const all = before.flatMap((start) => choices.map((choice) => [...start, ...choice]));
      if (all.length > VALUES_MAX) {
        throw new Refused('size', 'expand', `placeholders make more than ${VALUES_MAX} values of one`);
      }
      return all;
    },
    [[]],
  );
}

function choicesOf(text: string, placeholders: ModifierContext['placeholders']): Pattern[] {
  let all: Pattern[] = [[]];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const before = literal(text.slice(end, match.index));
    end = match.index + match[0].length;
    const values = valuesOf(match[1] ?? '', placeholders);
    all = all.flatMap((start) => values.map((value) => [...start, before, ...value]));
  }
  return all.map((start) => [...start, literal(text.slice(end))]);
}

function valuesOf(name: string, placeholders: ModifierContext['placeholders']): Pattern[] {
  const values = placeholders.get(name);
  if (values === undefined || values.length === 0) {
    throw new Refused('placeholder', name, `the placeholder %${name}% stands for nothing that is known here`);
  }
  return values
    .map((value) => textPattern(value))
    .map((value) => (hasWildcards(value) ? value : [literal(plainText(value))]));
}
