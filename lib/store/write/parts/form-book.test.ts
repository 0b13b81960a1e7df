import { expect, test } from 'vitest';
import { FormBook } from './form-book';

const about = (user: string) => () => user;

test('a form gets a number when it is met a second time, whatever the values are then', () => {
  const book = new FormBook(1);
  expect(book.numberOf('alice came', about('alice'), 0)).toBe(0);
  expect(book.numberOf('bob came', about('bob'), 0)).toBe(1);
  expect(book.numberOf('eve left', about('eve'), 0)).toBe(0);
  expect(book.numberOf('carol came', about('carol'), 0)).toBe(1);
  expect(book.textOf(1)).toBe('%1$s came');
  expect(book.textOf(0)).toBe(null);
});

test('texts that never repeat end the search for forms, and known forms are still met', () => {
  const book = new FormBook(1);
  for (let time = 0; time < 2; time += 1) book.numberOf('alice came', about('alice'), 0);
  for (let time = 0; time < 2000; time += 1) expect(book.numberOf(`text ${time}`, about('alice'), 0)).toBe(0);
  for (let time = 0; time < 2; time += 1) expect(book.numberOf('a new one', about('alice'), 0)).toBe(0);
  expect(book.numberOf('bob came', about('bob'), 0)).toBe(1);
});
