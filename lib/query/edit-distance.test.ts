import { expect, test } from 'vitest';
import { editDistance, nearestTexts } from './edit-distance';

test.each([
  ['deleet', 'delete', 2, 1],
  ['GET', 'get', 1, 0],
  ['kube-sytem', 'kube-system', 3, 1],
  ['abc', 'xyz', 2, Number.POSITIVE_INFINITY],
  ['', 'ab', 3, 2],
])('from %s to %s, at most %d, are %d letters', (one, other, most, distance) => {
  expect(editDistance(one, other, most)).toBe(distance);
});

test('the nearest come first, then those that hold the text, the commoner first', () => {
  const values = ['patch', 'deletecollection', 'delete', 'create', 'deleted'];
  expect(nearestTexts('deleet', values, (text) => text, 3)).toEqual(['delete', 'deleted']);
  expect(nearestTexts('collection', values, (text) => text, 3)).toEqual(['deletecollection']);
  expect(nearestTexts('delete', values, (text) => text, 3)).toEqual(['deleted', 'deletecollection']);
  expect(nearestTexts('', values, (text) => text, 3)).toEqual([]);
});
