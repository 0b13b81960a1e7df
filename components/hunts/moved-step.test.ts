import { expect, it } from 'vitest';
import { movedStep, placeAt } from './moved-step';

const steps = ['a', 'b', 'c'].map((id) => ({ id }));
const order = (items: readonly { id: string }[]) => items.map(({ id }) => id).join('');

it('moves a step to a place, within bounds', () => {
  expect(order(movedStep(steps, 'a', 2))).toBe('bca');
  expect(order(movedStep(steps, 'c', 0))).toBe('cab');
  expect(order(movedStep(steps, 'b', 9))).toBe('acb');
  expect(order(movedStep(steps, 'b', -1))).toBe('bac');
  expect(order(movedStep(steps, 'gone', 0))).toBe('abc');
});

it('finds the place under a pointer', () => {
  expect(placeAt([10, 30, 50], 0, 5)).toBe(0);
  expect(placeAt([10, 30, 50], 0, 35)).toBe(1);
  expect(placeAt([10, 30, 50], 0, 99)).toBe(2);
  expect(placeAt([10, 30, 50], 2, 5)).toBe(0);
});
