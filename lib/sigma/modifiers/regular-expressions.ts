import { plainText } from '../text-pattern';
import type { ModifierExample, ValueModifier } from './modifier';
import { notFirst, wrongValue } from './wrong-value';

export const re: ValueModifier = {
  name: 're',
  aliases: [],
  works: 'value',
  about: 'The value is a regular expression that matches somewhere in the field; case matters, and "." is no newline.',
  apply(test, { before }) {
    if (before.length > 0) throw notFirst('re');
    if (test.kind !== 'text') throw wrongValue('re', 'a text', test);
    const source = plainText(test.pattern);
    return [
      { kind: 'regex', source, ignoreCase: false, multiline: false, dotAll: false, fromStart: false, toEnd: false },
    ];
  },
  examples: [
    { modifiers: '|re', value: '^/dev/(tcp|udp)/', finds: ['/dev/tcp/x'], misses: ['x/dev/tcp/', '/DEV/TCP/', null] },
    { modifiers: '|re', value: 'a.c', finds: ['xabcx'], misses: ['a\nc', 'ABC'] },
    { modifiers: '|re', value: '\\d{3}/\\s', finds: ['x123/ y'], misses: ['12/ '] },
    { modifiers: '|re', value: ['^a', 'b:'], finds: ['ax', 'xb:'], misses: ['b'] },
    { modifiers: '|re|contains', value: '^a|b$', finds: ['ax', 'xb'], misses: ['xax'] },
    { modifiers: '|re', value: '(?i)get|post', finds: ['POST'], misses: ['put'] },
  ],
};

export const ignoreCase = flag('i', 'ignorecase', { ignoreCase: true }, 'The expression matches in any case.', [
  { modifiers: '|re|i', value: '^get$', finds: ['GET', 'get'], misses: ['gets'] },
]);

export const multiline = flag('m', 'multiline', { multiline: true }, '^ and $ stand at the ends of lines too.', [
  { modifiers: '|re|m', value: '^b$', finds: ['a\nb\nc', 'b'], misses: ['ab'] },
]);

export const dotAll = flag('s', 'dotall', { dotAll: true }, '"." stands for a newline too.', [
  { modifiers: '|re|s', value: 'a.c', finds: ['a\nc', 'abc'], misses: ['ac'] },
  { modifiers: '|re|i|s', value: 'a.c', finds: ['A\nC'], misses: ['ac'] },
]);

function flag(
  name: string,
  alias: string,
  set: { readonly ignoreCase?: true; readonly multiline?: true; readonly dotAll?: true },
  about: string,
  examples: readonly ModifierExample[],
): ValueModifier {
  return {
    name,
    aliases: [alias],
    works: 'value',
    about,
    examples,
    apply(test) {
      if (test.kind !== 'regex') throw wrongValue(name, 'a regular expression', test);
      return [{ ...test, ...set }];
    },
  };
}
