import type { SigmaComparator } from '../sigma-test';
import type { ModifierExample, ValueModifier } from './modifier';
import { wrongValue } from './wrong-value';

export const lt = comparison('lt', '<', 'The field is a number below the value.', [
  { modifiers: '|lt', value: 5, finds: [4, '4.5', -1], misses: [5, 'x', null] },
]);

export const lte = comparison('lte', '<=', 'The field is a number that is the value or below it.', [
  { modifiers: '|lte', value: 5, finds: [5, '4'], misses: [5.5, null] },
]);

export const gt = comparison('gt', '>', 'The field is a number above the value.', [
  { modifiers: '|gt', value: 5, finds: [6, '10'], misses: [5, '4', null] },
]);

export const gte = comparison('gte', '>=', 'The field is a number that is the value or above it.', [
  { modifiers: '|gte', value: 5, finds: [5, '10'], misses: [4, '', null] },
]);

function comparison(
  name: string,
  comparator: SigmaComparator,
  about: string,
  examples: readonly ModifierExample[],
): ValueModifier {
  return {
    name,
    aliases: [],
    works: 'value',
    about,
    examples,
    apply(test) {
      if (test.kind === 'time') return [{ ...test, comparator }];
      if (test.kind !== 'number') throw wrongValue(name, 'a number', test);
      return [{ kind: 'compare', comparator, value: test.value }];
    },
  };
}
