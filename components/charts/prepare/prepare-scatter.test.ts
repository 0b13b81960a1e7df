import { expect, test } from 'vitest';
import { answerOf } from '../testing/sample-answer';
import { shapeOf } from './answer-shape';
import { prepareScatter } from './prepare-scatter';

test('a point for each group, its figures against each other', () => {
  const q = '* | count, sum bytes by src_pod';
  const answer = answerOf(q, [
    ['web', 3, 4000],
    ['batch', 1, null],
    ['db', 2, 9_000_000],
  ]);
  const chart = prepareScatter(answer, shapeOf(answer, q));
  expect(chart?.points.map(({ x, y }) => [x, y])).toEqual([
    [3, 4000],
    [2, 9_000_000],
  ]);
  expect(chart?.x.name).toBe('count');
  expect(chart?.y).toMatchObject({ name: 'sum_bytes', unit: 'bytes', scale: { kind: 'log' } });
  expect(chart?.points[0]?.mark.values).toEqual([{ field: 'src_pod', value: 'web' }]);
  expect(chart?.note).toBe('2 of 3 rows: those with both numbers');
});

test('time always goes across', () => {
  const q = '* | fields bytes, time';
  const answer = answerOf(q, [
    [5, '2026-01-31T10:00:00.000Z'],
    [null, '2026-01-31T11:00:00.000Z'],
  ]);
  const chart = prepareScatter(answer, shapeOf(answer, q));
  expect(chart?.x.isTime).toBe(true);
  expect(chart?.points).toHaveLength(1);
  expect(prepareScatter(answerOf(q, []), shapeOf(answer, q))).toBeNull();
});
