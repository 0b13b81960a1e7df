import { expect, test } from 'vitest';
import { MemoryBudget } from './memory-budget';

function item(weight: number, name: string, dropped: string[]) {
  return { weight, drop: () => void dropped.push(name) };
}

test('what was not used for the longest leaves first', () => {
  const dropped: string[] = [];
  const budget = new MemoryBudget(100);
  const [a, b, c] = [item(40, 'a', dropped), item(40, 'b', dropped), item(40, 'c', dropped)];
  budget.add(a);
  budget.add(b);
  budget.touch(a);
  budget.add(c);
  expect(dropped).toEqual(['b']);
  expect(budget.used).toBe(80);
});

test('a large item stays alone, and goes with the next', () => {
  const dropped: string[] = [];
  const budget = new MemoryBudget(100);
  budget.add(item(60, 'a', dropped));
  budget.add(item(500, 'b', dropped));
  expect(dropped).toEqual(['a']);
  budget.add(item(1, 'c', dropped));
  expect(dropped).toEqual(['a', 'b']);
  expect(budget.used).toBe(1);
});

test('what cannot be dropped makes others leave', () => {
  const dropped: string[] = [];
  const budget = new MemoryBudget(100);
  budget.add(item(60, 'a', dropped));
  budget.reserve(50);
  expect(dropped).toEqual(['a']);
  expect(budget.used).toBe(50);
});
