import { expect, test } from 'vitest';
import type { SeriesChart } from '../prepare/series-chart';
import { axisTicks } from './axis-ticks';

const MINUTE = 60_000;
const START = Date.parse('2026-01-31T10:00:00Z');

function chart(points: readonly { label: string; time: number | null }[], interval: number | null): SeriesChart {
  return {
    points: points.map((point) => ({ ...point, values: [], figures: [1] })),
    series: [],
    interval,
    unit: null,
    scale: { kind: 'linear', from: 0, to: 1, ticks: [] },
    stacked: false,
    note: null,
  };
}

test('times are ticked at round moments, under the stretch that holds them', () => {
  const points = Array.from({ length: 60 }, (_, index) => ({ label: '', time: START + index * MINUTE }));
  expect(axisTicks(chart(points, MINUTE), 300, 'utc')).toEqual([{ at: 30, label: '10:30' }]);
  expect(axisTicks(chart(points, MINUTE), 600, 'utc').map(({ label }) => label)).toEqual([
    '10:10',
    '10:20',
    '10:30',
    '10:40',
    '10:50',
  ]);
});

test('names are thinned and cut', () => {
  const points = Array.from({ length: 30 }, (_, index) => ({ label: `a-rather-long-name-${index}`, time: null }));
  const ticks = axisTicks(chart(points, null), 600, 'utc');
  expect(ticks.length).toBeLessThan(8);
  expect(ticks[0]?.label.length).toBeLessThan(19);
  expect(axisTicks(chart(points.slice(0, 2), null), 600, 'utc')[1]).toEqual({ at: 1, label: 'a-rather-long-name-1' });
});
