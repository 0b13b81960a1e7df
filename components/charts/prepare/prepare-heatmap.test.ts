import { expect, test } from 'vitest';
import { answerOf } from '../testing/sample-answer';
import { shapeOf } from './answer-shape';
import { prepareHeatmap } from './prepare-heatmap';

const LIMITS = { rows: 10, columns: 10 };

test('rows and columns are ordered by size, cells are as strong as their order of magnitude', () => {
  const q = '* | count by resource, verb';
  const answer = answerOf(q, [
    ['pods', 'get', 1000],
    ['pods', 'delete', 1],
    ['secrets', 'get', 10],
  ]);
  const { rows, columns, cells, most } = prepareHeatmap(
    answer,
    shapeOf(answer, q),
    LIMITS,
    (name) => name === 'pods · delete',
  );
  expect(rows.map(({ name }) => name)).toEqual(['pods', 'secrets']);
  expect(columns.map(({ name }) => name)).toEqual(['get', 'delete']);
  expect(cells.map((line) => line.map((cell) => cell?.figure ?? null))).toEqual([
    [1000, 1],
    [10, null],
  ]);
  expect(most).toBe(1000);
  expect(cells[0]?.[0]?.strength).toBe(1);
  expect(cells[0]?.[1]?.strength).toBeGreaterThan(0.12);
  const near = answerOf(q, [
    ['pods', 'get', 40],
    ['secrets', 'get', 20],
  ]);
  expect(prepareHeatmap(near, shapeOf(near, q), LIMITS, null).cells[1]?.[0]?.strength).toBeCloseTo(0.56);
  expect(cells[0]?.[1]).toMatchObject({ isNew: true, mark: { text: 'pods · delete: 1, new in this range' } });
  expect(cells[0]?.[1]?.mark.values).toEqual([
    { field: 'resource', value: 'pods' },
    { field: 'verb', value: 'delete' },
  ]);
});

test('severities stand in their own order', () => {
  const q = '* | count by component, severity';
  const answer = answerOf(q, [
    ['kubelet', 'info', 90],
    ['kubelet', 'critical', 1],
    ['sshd', 'error', 3],
  ]);
  const { columns } = prepareHeatmap(answer, shapeOf(answer, q), LIMITS, null);
  expect(columns.map(({ name }) => name)).toEqual(['critical', 'error', 'info']);
});

test('time goes across, and what has no room is said', () => {
  const q = '* | timeline by user';
  const hours = ['10', '11', '12'].map((clock) => `2026-01-31T${clock}:00:00.000Z`);
  const answer = answerOf(
    q,
    hours.flatMap((time) => [
      [time, 'ada', 2],
      [time, 'bob', 1],
    ]),
  );
  const { columns, cells, note } = prepareHeatmap(answer, shapeOf(answer, q), { rows: 1, columns: 2 }, null);
  expect(columns.map(({ name }) => name)).toEqual(hours.slice(1));
  expect(cells).toHaveLength(1);
  expect(cells[0]?.[0]?.mark.range).toEqual({ from: hours[1], to: hours[2] });
  expect(note).toBe('the 1 largest of 2 rows · 2 of 3 columns');
});
