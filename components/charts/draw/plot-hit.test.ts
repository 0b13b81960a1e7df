import { expect, test } from 'vitest';
import type { SeriesChart } from '../prepare/series-chart';
import { pointAt, seriesAt } from './plot-hit';

const AREA = { left: 50, top: 10, width: 100, height: 100 };
const series = (name: string) => ({ name, values: [], clauses: [], field: null, isRest: false });
const STACKED: SeriesChart = {
  points: [
    { label: 'a', time: null, values: [], figures: [20, 0, 30] },
    { label: 'b', time: null, values: [], figures: [null, 80, 20] },
  ],
  series: ['one', 'two', 'three'].map(series),
  interval: null,
  unit: null,
  scale: { kind: 'linear', from: 0, to: 100, ticks: [] },
  stacked: true,
  note: null,
};

test('a position is a point, the ends included', () => {
  expect([10, 50, 99, 100, 149, 400].map((x) => pointAt(x, AREA, 2))).toEqual([0, 0, 0, 1, 1, 1]);
});

test('a height is a part of a stacked bar', () => {
  // 110 is the foot of the plot, 10 its top.
  expect([105, 85, 65, 20].map((y) => seriesAt(STACKED, 0, y, AREA))).toEqual([0, 2, 2, null]);
  expect(seriesAt(STACKED, 1, 100, AREA)).toBe(1);
});

test('the nearest line is meant, if it is near', () => {
  const lines = { ...STACKED, stacked: false };
  expect([92, 81, 40].map((y) => seriesAt(lines, 0, y, AREA))).toEqual([0, 2, null]);
  const log: SeriesChart = { ...lines, scale: { kind: 'log', from: 1, to: 100, ticks: [] } };
  expect(seriesAt({ ...log, points: [{ label: '', time: 0, values: [], figures: [10] }] }, 0, 60, AREA)).toBe(0);
});
