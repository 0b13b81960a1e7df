import { expect, test } from 'vitest';
import type { QueryAnswer } from '@/lib/interface';
import { statusClasses } from '../definitions/status-classes';
import { answerOf } from '../testing/sample-answer';
import { shapeOf } from './answer-shape';
import { prepareSeries } from './prepare-series';
import { SERIES_MAX } from './series-cells';
import { seriesMark } from './series-chart';

const HOUR = 3_600_000;
const START = Date.parse('2026-01-31T10:00:00Z');
const hour = (index: number) => new Date(START + index * HOUR).toISOString();

function prepare(q: string, rows: QueryAnswer['rows'], more: Partial<Parameters<typeof prepareSeries>[2]> = {}) {
  const answer = answerOf(q, rows);
  return prepareSeries(answer, shapeOf(answer, q), { stack: true, moments: null, fold: null, ...more });
}

test('stretches without a row are nothing, and the axis covers the range asked for', () => {
  const rows = [
    [hour(0), 'ada', 2],
    [hour(3), 'bob', 5],
  ];
  const chart = prepare('* | timeline by user', rows);
  expect(chart?.points.map(({ time }) => time)).toEqual([0, 1, 2, 3].map((index) => START + index * HOUR));
  expect(chart?.points.map(({ figures }) => figures)).toEqual([
    [0, 2],
    [0, 0],
    [0, 0],
    [5, 0],
  ]);
  expect(chart?.series.map(({ name }) => name)).toEqual(['bob', 'ada']);
  const wide = prepare('* | timeline by user', rows, { moments: { from: START - HOUR / 2, to: START + 5 * HOUR } });
  expect(wide?.points).toHaveLength(6);
  expect(prepare('* | timeline', [])).toBeNull();
});

test('what does not add up has gaps, and is not stacked', () => {
  const chart = prepare('* | timeline p50 duration_ms as p50, p95 duration_ms as p95', [
    [hour(0), 1, 9],
    [hour(2), 2, 8],
  ]);
  expect(chart?.stacked).toBe(false);
  expect(chart?.series.map(({ name }) => name)).toEqual(['p50', 'p95']);
  expect(chart?.points.map(({ figures }) => figures)).toEqual([
    [1, 9],
    [null, null],
    [2, 8],
  ]);
});

test('series beyond the colours are one, where that is their sum', () => {
  const rows = Array.from({ length: 9 }, (_, index) => [hour(0), `user-${index}`, 10 - index]);
  const counts = prepare('* | timeline by user', rows);
  expect(counts?.series).toHaveLength(SERIES_MAX + 1);
  expect(counts?.series.at(-1)).toMatchObject({ name: '3 others', isRest: true });
  expect(counts?.points[0]?.figures.at(-1)).toBe(4 + 3 + 2);
  const averages = prepare('* | timeline avg bytes by user', rows);
  expect(averages?.series).toHaveLength(SERIES_MAX);
  expect(averages?.note).toBe('the 6 largest of 9 series');
});

test('a mark leads to the events of its stretch and its series', () => {
  const chart = prepare('* | timeline by user', [
    [hour(0), 'ada', 2],
    [hour(0), null, 1],
  ]);
  if (chart === null) throw new Error('nothing to draw');
  const range = { from: hour(0), to: hour(1) };
  expect(seriesMark(chart, 0, null)).toEqual({ text: 'ada 2, (none) 1', values: [], clauses: [], range });
  expect(seriesMark(chart, 0, 1)).toMatchObject({ text: '(none) 1', values: [{ field: 'user', value: null }], range });
  expect(seriesMark(chart, 7, null)).toBeNull();
});

test('values are folded into classes, each with the clause for all of it', () => {
  const q = 'status:* | timeline by status';
  const rows = [
    [hour(0), 200, 5],
    [hour(0), 204, 2],
    [hour(0), 404, 1],
    [hour(0), 700, 1],
  ];
  const chart = prepare(q, rows, { fold: statusClasses.fold ?? null });
  expect(chart?.series.map(({ name, clauses }) => [name, clauses])).toEqual([
    ['2xx', ['status:[200 TO 299]']],
    ['4xx', ['status:[400 TO 499]']],
    ['700', []],
  ]);
  expect(chart?.points[0]?.figures).toEqual([7, 1, 1]);
});

test('without time the first key goes across', () => {
  const chart = prepare('* | count by user, decision', [
    ['ada', 'allow', 3],
    ['ada', 'forbid', 1],
    ['bob', 'allow', 2],
  ]);
  expect(chart?.points.map(({ label, figures }) => [label, figures])).toEqual([
    ['ada', [3, 1]],
    ['bob', [2, 0]],
  ]);
  expect(chart === null ? null : seriesMark(chart, 0, 1)?.values).toEqual([
    { field: 'user', value: 'ada' },
    { field: 'decision', value: 'forbid' },
  ]);
});
