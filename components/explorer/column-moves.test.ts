import { expect, test } from 'vitest';
import { movedColumn, nextSort, sortOf } from './column-moves';

const choices = ['time', 'user', 'verb'].map((id) => ({ id, width: null }));
const ids = (id: string, place: number) => movedColumn(choices, id, place).map((choice) => choice.id);

test('a column goes to the place it is put at, and not beyond the ends', () => {
  expect(ids('verb', 1)).toEqual(['time', 'verb', 'user']);
  expect(ids('time', 9)).toEqual(['user', 'verb', 'time']);
  expect(ids('user', -1)).toEqual(['user', 'time', 'verb']);
  expect(ids('none', 0)).toEqual(['time', 'user', 'verb']);
});

test('a header sorts, and sorts the other way', () => {
  expect(nextSort('desc', 'time')).toBe('asc');
  expect(nextSort('asc', 'time')).toBe('desc');
  expect(nextSort('desc', 'user')).toBe('user');
  expect(nextSort('user', 'user')).toBe('-user');
  expect(nextSort('-user', 'time')).toBe('desc');
});

test('the header says how it is sorted', () => {
  expect(sortOf('desc', 'time')).toBe('descending');
  expect(sortOf('-user', 'user')).toBe('descending');
  expect(sortOf('user', 'user')).toBe('ascending');
  expect(sortOf('user', 'time')).toBe('none');
  expect(sortOf('asc', null)).toBe('none');
});
