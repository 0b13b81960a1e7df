import { ANY, merged } from '../text-pattern';
import { asText } from './as-text';
import type { ModifierExample, ValueModifier } from './modifier';
import { wrongValue } from './wrong-value';

/** Where in a field the value may stand. */
interface Place {
  readonly name: 'contains' | 'startswith' | 'endswith';
  readonly about: string;
  readonly before: boolean;
  readonly behind: boolean;
  readonly holds: 'inside' | 'start' | 'end';
  readonly examples: readonly ModifierExample[];
}

export const contains = placeModifier({
  name: 'contains',
  about: 'The value stands anywhere in the field.',
  before: true,
  behind: true,
  holds: 'inside',
  examples: [
    { modifiers: '|contains', value: 'shadow', finds: ['/etc/Shadow-', 'shadow'], misses: ['shado', '', null] },
    { modifiers: '|contains', value: 'a*c', finds: ['xabcx', 'ac'], misses: ['ca'] },
    { modifiers: '|contains', value: '\\?', finds: ['a?b'], misses: ['ab'] },
    { modifiers: '|contains', value: 40, finds: ['x40y', 404], misses: [44] },
  ],
});

export const startsWith = placeModifier({
  name: 'startswith',
  about: 'The field begins with the value.',
  before: false,
  behind: true,
  holds: 'start',
  examples: [
    { modifiers: '|startswith', value: '/tmp/', finds: ['/TMP/x', '/tmp/'], misses: ['/tmp', 'x/tmp/', null] },
    { modifiers: '|re|startswith', value: 'ab?', finds: ['ac'], misses: ['xab'] },
  ],
});

export const endsWith = placeModifier({
  name: 'endswith',
  about: 'The field ends with the value.',
  before: true,
  behind: false,
  holds: 'end',
  examples: [
    { modifiers: '|endswith', value: '/curl', finds: ['/usr/bin/CURL', '/curl'], misses: ['curl', '/curl -s', null] },
    { modifiers: '|endswith', value: 'a\\\\*', finds: ['xa\\b', 'a\\'], misses: ['ab'] },
    { modifiers: '|re|endswith', value: 'b|c', finds: ['xc', 'b'], misses: ['cx'] },
  ],
});

function placeModifier({ name, about, before, behind, holds, examples }: Place): ValueModifier {
  return {
    name,
    aliases: [],
    works: 'value',
    about,
    examples,
    apply(given) {
      const test = asText(given);
      switch (test.kind) {
        case 'text':
          return [{ ...test, pattern: merged([...(before ? [ANY] : []), ...test.pattern, ...(behind ? [ANY] : [])]) }];
        case 'regex':
          return [{ ...test, fromStart: !before, toEnd: !behind }];
        case 'field':
          return [{ ...test, holds }];
        default:
          throw wrongValue(name, 'a text', test);
      }
    },
  };
}
