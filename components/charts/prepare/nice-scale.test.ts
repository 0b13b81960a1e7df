import { expect, test } from 'vitest';
import { scaleFor } from './nice-scale';

test('a linear axis begins at zero and has round steps', () => {
  expect(scaleFor([3, 7], null, true)).toEqual({ kind: 'linear', from: 0, to: 8, ticks: [0, 2, 4, 6, 8] });
  expect(scaleFor([1, 2], null, false).ticks).toEqual([0, 1, 2]);
  expect(scaleFor([0.03], null, true).ticks).toEqual([0, 0.01, 0.02, 0.03]);
  expect(scaleFor([-30, 90], null, true)).toMatchObject({ from: -50, to: 100, ticks: [-50, 0, 50, 100] });
  expect(scaleFor([0], null, true)).toMatchObject({ from: 0, to: 1 });
  expect(scaleFor([], null, true)).toMatchObject({ from: 0, to: 1 });
});

test('bytes have steps that are round in their unit', () => {
  expect(scaleFor([3_500_000], 'bytes', false).ticks).toEqual([0, 1, 2, 3, 4].map((count) => count * 1024 ** 2));
  expect(scaleFor([900], 'bytes', false).ticks).toEqual([0, 500, 1000]);
});

test('what differs by orders of magnitude has an axis of ratios, unless lengths are compared', () => {
  const log = scaleFor([2, 50_000], null, true);
  expect(log).toEqual({ kind: 'log', from: 1, to: 100_000, ticks: [1, 100, 10_000] });
  expect(scaleFor([2, 50_000], null, false).kind).toBe('linear');
  expect(scaleFor([300, 5_000_000], 'bytes', true).ticks).toEqual([1, 1024, 1024 ** 2, 1024 ** 3]);
  expect(scaleFor([10, 100_000], null, true)).toMatchObject({ from: 10, to: 100_000 });
  expect(scaleFor([-2, 50_000], null, true).kind).toBe('linear');
  expect(scaleFor([0, 5, 90_000], null, true).kind).toBe('log');
});
