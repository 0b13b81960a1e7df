import { expect, test } from 'vitest';
import { KeptValues } from './kept-values';
import { MemoryBudget } from './memory-budget';

function twoOver(bytes: number) {
  const budget = new MemoryBudget(bytes);
  return { budget, words: new KeptValues<string>(() => budget), numbers: new KeptValues<number>(() => budget) };
}

test('kinds of values share one budget, and what was not asked for the longest leaves, whatever its kind', () => {
  const { words, numbers } = twoOver(4000);
  words.set('a', 'one', 1000);
  numbers.set('a', 1, 1000);
  words.set('b', 'two', 1000);
  expect([words.get('a'), numbers.get('a'), words.get('b')]).toEqual(['one', 1, 'two']);
  words.get('a');
  words.set('c', 'three', 1000);
  expect([words.get('a'), numbers.get('a'), words.get('b'), words.get('c')]).toEqual([
    'one',
    undefined,
    'two',
    'three',
  ]);
});

test('a value in the place of another is counted once', () => {
  const { budget, words } = twoOver(10_000);
  words.set('a', 'one', 1000);
  const { used } = budget;
  for (let count = 0; count < 50; count += 1) words.set('a', `${count}`, 1000);
  expect([budget.used, words.get('a')]).toEqual([used, '49']);
});
