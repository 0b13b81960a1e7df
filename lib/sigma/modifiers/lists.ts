import type { ListModifier } from './modifier';

export const all: ListModifier = {
  name: 'all',
  aliases: [],
  works: 'list',
  about: 'All values of the list must hold, not one of them.',
  joins: 'and',
  negates: false,
  examples: [
    { modifiers: '|contains|all', value: ['-x', '-y'], finds: ['-y -x'], misses: ['-x', '-y', null] },
    { modifiers: '|contains|all', value: 'a', finds: ['xa'], misses: ['b'] },
    { modifiers: '|all|startswith', value: ['a', 'ab'], finds: ['abc'], misses: ['ac'] },
  ],
};

export const neq: ListModifier = {
  name: 'neq',
  aliases: [],
  works: 'list',
  about: 'The field has none of the values; it may be missing.',
  joins: null,
  negates: true,
  examples: [
    { modifiers: '|neq', value: 'root', finds: ['ann', '', null], misses: ['root', 'ROOT'] },
    { modifiers: '|neq', value: [403, 404], finds: [200], misses: [403, '404'] },
    { modifiers: '|endswith|neq', value: '/sh', finds: ['/bin/bash'], misses: ['/bin/sh'] },
  ],
};
