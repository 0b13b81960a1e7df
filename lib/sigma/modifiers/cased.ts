import { asText } from './as-text';
import type { ValueModifier } from './modifier';
import { wrongValue } from './wrong-value';

export const cased: ValueModifier = {
  name: 'cased',
  aliases: [],
  works: 'value',
  about: 'Upper and lower case are told apart.',
  apply(given) {
    const test = asText(given);
    if (test.kind === 'field') return [{ ...test, cased: true }];
    if (test.kind !== 'text') throw wrongValue('cased', 'a text', test);
    return [{ ...test, cased: true }];
  },
  examples: [
    { modifiers: '|cased', value: 'Root', finds: ['Root'], misses: ['root', 'ROOT', null] },
    { modifiers: '|contains|cased', value: 'a.B', finds: ['xa.By'], misses: ['xa.by', 'xaxBy'] },
    { modifiers: '|cased', value: 'A?*', finds: ['Ab', 'A\nc'], misses: ['A', 'ab'] },
    { modifiers: '|cased|startswith', value: '/Tmp', finds: ['/Tmp/x'], misses: ['/tmp/x'] },
  ],
};
