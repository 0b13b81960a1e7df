import { expect, test } from 'vitest';
import type { TimelineAnswer } from '@/lib/interface';
import { barAt, emptyLanes, prepareLanes, rangeOfBars } from './prepare-lanes';

const timeline = (by: readonly Record<string, number>[]): TimelineAnswer => ({
  interval: 60_000,
  from: '2025-06-03T10:00:00Z',
  to: '2025-06-03T10:03:00Z',
  untimed: 0,
  buckets: by.map((counts, index) => ({
    time: `2025-06-03T10:0${index}:00.000Z`,
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    by: counts,
  })),
});

test('every lane has its own scale, and one event is still seen', () => {
  const way = prepareLanes(timeline([{ audit: 1, node: 5 }, { audit: 1_000_000 }, {}]), new Map(), false);
  const audit = way?.lanes.find((lane) => lane.type === 'audit');
  expect(audit?.total).toBe(1_000_001);
  expect(audit?.bars.map((bar) => bar.height)).toEqual([0.08, 1, 0]);
  expect(way?.lanes.find((lane) => lane.type === 'node')?.bars[0]?.height).toBe(1);
  expect(way?.lanes.find((lane) => lane.type === 'network')?.total).toBe(0);
});

test('a lane is stacked by its breakdown, the commonest value at the bottom and the rest on top', () => {
  const way = prepareLanes(
    timeline([{ audit: 6 }]),
    new Map([['audit', timeline([{ get: 1, other: 3, list: 2 }])]]),
    false,
  );
  expect(way?.values).toEqual(['list', 'get', 'other']);
  expect(way?.lanes.find((lane) => lane.type === 'audit')?.bars[0]?.slices.map((slice) => slice.count)).toEqual([
    2, 1, 3,
  ]);
  expect(way?.lanes.find((lane) => lane.type === 'node')?.bars[0]?.slices).toEqual([]);
});

test('values beyond the six commonest are one', () => {
  const counts = { a: 9, b: 8, c: 7, d: 6, e: 5, f: 4, g: 3, h: 2 };
  const way = prepareLanes(timeline([{ audit: 44 }]), new Map([['audit', timeline([counts])]]), false);
  expect(way?.values).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'other']);
  expect(way?.lanes.find((lane) => lane.type === 'audit')?.bars[0]?.slices.at(-1)).toEqual({
    value: 'other',
    count: 5,
  });
});

test('severities are stacked by weight, not by number', () => {
  const way = prepareLanes(
    timeline([{ node: 9 }]),
    new Map([['node', timeline([{ info: 7, critical: 1, warning: 1 }])]]),
    true,
  );
  expect(way?.values).toEqual(['critical', 'warning', 'info']);
});

test('where nothing matches the lanes stay, without bars', () => {
  const way = emptyLanes({ from: 1000, to: 61_000 }, 3);
  expect(way).toMatchObject({ from: 1000, to: 61_000, interval: 60_000, untimed: 3 });
  expect(way.lanes.map((lane) => lane.total)).toEqual([0, 0, 0, 0, 0]);
});

test('a breakdown of an older range is not drawn', () => {
  const older = { ...timeline([{ info: 7 }]), interval: 1000 };
  expect(prepareLanes(timeline([{ node: 9 }]), new Map([['node', older]]), true)?.values).toEqual([]);
});

test('a dragged range covers whole bars, in either direction and not beyond the ends', () => {
  const way = prepareLanes(timeline([{}, {}, {}]), new Map(), false);
  if (way === null) throw new Error('no lanes');
  const range = { from: '2025-06-03T10:01:00.000Z', to: '2025-06-03T10:03:00.000Z' };
  expect(rangeOfBars(way, 1, 2)).toEqual(range);
  expect(rangeOfBars(way, 9, 1)).toEqual(range);
  expect([-1, 0, 0.34, 1, 2].map((share) => barAt(way, share))).toEqual([0, 0, 1, 2, 2]);
});

test('nothing in time is no trackway', () => {
  expect(prepareLanes(timeline([]), new Map(), false)).toBeNull();
});

test('a hostile value does not reach the prototype', () => {
  const way = prepareLanes(timeline([{ constructor: 3 }]), new Map(), false);
  expect(way?.lanes.every((lane) => lane.total === 0)).toBe(true);
});
