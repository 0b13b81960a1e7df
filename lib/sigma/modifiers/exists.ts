import type { ValueModifier } from './modifier';
import { notFirst, wrongValue } from './wrong-value';

export const exists: ValueModifier = {
  name: 'exists',
  aliases: [],
  works: 'value',
  about: 'The event has the field, or, for false, has it not.',
  apply(test, { before, field }) {
    if (before.length > 0) throw notFirst('exists');
    if (test.kind !== 'truth' || field === null) throw wrongValue('exists', 'a field, and true or false', test);
    return [{ kind: 'exists', exists: test.value }];
  },
  examples: [
    { modifiers: '|exists', value: true, finds: ['x', '', 0], misses: [null] },
    { modifiers: '|exists', value: false, finds: [null], misses: ['x', ''] },
  ],
};
