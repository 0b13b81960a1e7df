import { expect, it } from 'vitest';
import { movedCaret } from './moved-caret';

it('stays before a change and moves along behind it', () => {
  expect(movedCaret('one two', 'one two three', 3)).toBe(3);
  expect(movedCaret('one two', 'zero one two', 3)).toBe(8);
  expect(movedCaret('one\ntwo\nthree', 'one\nthree', 13)).toBe(9);
});

it('goes to the end of a change that it was in', () => {
  expect(movedCaret('one two three', 'one 2 three', 6)).toBe(5);
});

it('is a place in the text, whatever it was', () => {
  for (const [before, after] of [
    ['', 'abc'],
    ['abc', ''],
    ['aaa', 'aaaaa'],
    ['abab', 'ab'],
  ] as const) {
    for (let place = 0; place <= before.length; place += 1) {
      const moved = movedCaret(before, after, place);
      expect(moved).toBeGreaterThanOrEqual(0);
      expect(moved).toBeLessThanOrEqual(after.length);
    }
  }
});
