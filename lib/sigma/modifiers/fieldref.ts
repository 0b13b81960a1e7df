import { hasWildcards, plainText } from '../text-pattern';
import type { ValueModifier } from './modifier';
import { wrongValue } from './wrong-value';

export const fieldref: ValueModifier = {
  name: 'fieldref',
  aliases: [],
  works: 'value',
  about: 'The value names another field of the event, whose value this one has too.',
  apply(test) {
    if (test.kind !== 'text' || hasWildcards(test.pattern)) throw wrongValue('fieldref', 'the name of a field', test);
    return [{ kind: 'field', name: plainText(test.pattern), holds: 'equal', cased: false }];
  },
  // A field by itself cannot show it: `time-clause.test.ts` and `compile-rule.test.ts` do.
  examples: [],
};
