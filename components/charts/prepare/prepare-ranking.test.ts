import { expect, test } from 'vitest';
import { answerOf } from '../testing/sample-answer';
import { shapeOf } from './answer-shape';
import { prepareRanking } from './prepare-ranking';

const ROWS = Array.from({ length: 6 }, (_, index) => [`user-${index}`, 10 - index]);

function rank(q: string, most: number, total?: number) {
  const answer = answerOf(q, ROWS, total);
  return prepareRanking(answer, shapeOf(answer, q), most, (name) => name === 'user-1');
}

test('the largest come first, and the rest of what adds up is one bar', () => {
  const { bars, note } = rank('* | count by user', 4);
  expect(bars.map(({ name, figure }) => [name, figure])).toEqual([
    ['user-0', 10],
    ['user-1', 9],
    ['user-2', 8],
    ['3 others', 7 + 6 + 5],
  ]);
  expect(bars.map(({ isNew }) => isNew)).toEqual([false, true, false, false]);
  expect(bars[1]?.mark).toMatchObject({
    text: 'user-1: 9, new in this range',
    values: [{ field: 'user', value: 'user-1' }],
  });
  expect(bars.at(-1)?.mark).toBeNull();
  expect(note).toBeNull();
});

test('what does not add up is cut, and says so', () => {
  const { bars, note } = rank('* | avg bytes by user', 4);
  expect(bars).toHaveLength(4);
  expect(note).toBe('the 4 largest of 6');
  expect(rank('* | count by user', 20, 90).note).toBe('of the first 6 of 90 groups');
});
